"""compose.yaml and the manifests in the eyes of those who publish their schemas, which the packages have with them."""

import subprocess
import sys
from pathlib import Path

import kubernetes_validate  # type: ignore[import-untyped]
import pytest
from deployment import ROOT, documents

KUBERNETES = ("1.27", "1.31", "1.35")


def test_compose_specification(tmp_path: Path) -> None:
    """The Compose Specification's own schema, as check-jsonschema ships it."""
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.compose-spec"]
    done = subprocess.run([*command, str(ROOT / "compose.yaml")], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr

    bad = tmp_path / "compose.yaml"
    bad.write_text((ROOT / "compose.yaml").read_text().replace("read_only: true", "read_only: [maybe]"))
    assert subprocess.run([*command, str(bad)], capture_output=True).returncode, "a mistake was not seen"


@pytest.mark.parametrize("version", KUBERNETES)
def test_kubernetes_schema(version: str) -> None:
    """Kubernetes' own schema of these versions, no other name allowed, as kubernetes-validate ships it."""
    for document in documents(ROOT / "deploy/kubernetes.yaml"):
        kubernetes_validate.validate(document, version, strict=True)

    bad = documents(ROOT / "deploy/kubernetes.yaml")[1]
    bad["spec"]["template"]["spec"]["containers"][0]["readinessprobe"] = {}
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(bad, version, strict=True)
