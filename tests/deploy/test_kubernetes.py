"""deploy/kubernetes.yaml: what it promises to whoever applies it."""

from typing import Any

import pytest
from deployment import ROOT, documents, instruction, settings_named


@pytest.fixture(scope="module")
def kinds() -> dict[str, Any]:
    return {document["kind"]: document for document in documents(ROOT / "deploy/kubernetes.yaml")}


@pytest.fixture(scope="module")
def pod(kinds: dict[str, Any]) -> dict[str, Any]:
    return kinds["Deployment"]["spec"]["template"]["spec"]  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def container(pod: dict[str, Any]) -> dict[str, Any]:
    (only,) = pod["containers"]
    return only  # type: ignore[no-any-return]


def test_no_root_and_read_only(pod: dict[str, Any], container: dict[str, Any]) -> None:
    """It runs as the image's user, cannot become another, and cannot write to the image."""
    assert pod["securityContext"]["runAsNonRoot"] is True
    user, group = pod["securityContext"]["runAsUser"], pod["securityContext"]["runAsGroup"]
    assert f"{user}:{group}" == instruction("USER")
    assert pod["automountServiceAccountToken"] is False
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }


def test_probes(container: dict[str, Any]) -> None:
    """Alive is the process; ready is the process, its knowledge, its store and its webhook."""
    asked = {probe: container[f"{probe}Probe"]["httpGet"]["path"] for probe in ("startup", "liveness", "readiness")}
    assert asked == {"startup": "/healthz", "liveness": "/healthz", "readiness": "/readyz"}


def test_a_short_outage_of_the_store_keeps_the_replicas(container: dict[str, Any]) -> None:
    """Redis away for ten seconds takes no replica out of the load balancer."""
    readiness = container["readinessProbe"]
    assert readiness["periodSeconds"] * readiness["failureThreshold"] >= 30


def test_scales_by_cpu_and_survives_drains(kinds: dict[str, Any], container: dict[str, Any]) -> None:
    """More replicas under load, never fewer than two, one at a time taken away."""
    scaler = kinds["HorizontalPodAutoscaler"]["spec"]
    assert scaler["scaleTargetRef"]["name"] == kinds["Deployment"]["metadata"]["name"]
    assert scaler["minReplicas"] >= 2
    assert [metric["resource"]["name"] for metric in scaler["metrics"]] == ["cpu"]
    assert kinds["PodDisruptionBudget"]["spec"]["maxUnavailable"] == 1
    assert set(container["resources"]["requests"]) == {"cpu", "memory"}, "without them there is no share to measure"
    assert "memory" in container["resources"]["limits"]


def test_everything_finds_the_pods(kinds: dict[str, Any]) -> None:
    """Deployment, Service and PodDisruptionBudget select the same pods, and ports have the same name."""
    labels = kinds["Deployment"]["spec"]["template"]["metadata"]["labels"]
    assert kinds["Deployment"]["spec"]["selector"]["matchLabels"] == labels
    assert kinds["Service"]["spec"]["selector"] == labels
    assert kinds["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"] == labels


def test_ports_agree(kinds: dict[str, Any], container: dict[str, Any]) -> None:
    """It listens on the port that probes and Service go to, on every address."""
    (port,) = container["ports"]
    assert kinds["ConfigMap"]["data"]["CAREERBOT_LISTEN"] == f"0.0.0.0:{port['containerPort']}"
    assert [exposed["targetPort"] for exposed in kinds["Service"]["spec"]["ports"]] == [port["name"]]


def test_secrets_by_reference(kinds: dict[str, Any], pod: dict[str, Any], container: dict[str, Any]) -> None:
    """No secret stands in the manifest, nor in the environment where a file will do."""
    assert "Secret" not in kinds
    mounted = {mount["name"]: mount["mountPath"] for mount in container["volumeMounts"]}
    (secret,) = (volume for volume in pod["volumes"] if "secret" in volume)
    files = {f"{mounted[secret['name']]}/{item['path']}" for item in secret["secret"]["items"]}
    assert {entry["value"] for entry in container["env"] if entry["name"].endswith("_FILE")} == files


def test_only_telegrams_path_is_public(kinds: dict[str, Any]) -> None:
    """Metrics and readiness are for the inside."""
    paths = [path["path"] for rule in kinds["Ingress"]["spec"]["rules"] for path in rule["http"]["paths"]]
    assert paths == ["/telegram"]
    (rule,) = kinds["Ingress"]["spec"]["rules"]
    assert kinds["ConfigMap"]["data"]["CAREERBOT_WEBHOOK_URL"].startswith(f"https://{rule['host']}")


def test_settings_exist(kinds: dict[str, Any], container: dict[str, Any]) -> None:
    """A variable that careerbot is started with is one that it knows."""
    given = set(kinds["ConfigMap"]["data"]) | {entry["name"] for entry in container["env"]}
    assert given <= settings_named()
