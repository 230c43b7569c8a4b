# careerbot for Telegram: `telegram` (polling, one node) is what it does when nothing else is asked, `serve` is the webhook.
#
#     docker build --tag careerbot .
#
# BASE: any image with Python 3.11 or newer, pip and useradd; both stages use it, and the virtual environment points to it.
ARG BASE=python:3.12-slim

FROM ${BASE} AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore PYTHONDONTWRITEBYTECODE=1
RUN python3 -m venv --without-pip /app/venv
WORKDIR /source

# Every package against its hash and as a wheel: nothing is compiled, so no compiler is needed in any stage.
COPY requirements-image.lock ./
RUN python3 -m pip --python /app/venv/bin/python install --quiet --no-compile --only-binary :all: --require-hashes \
        --requirement requirements-image.lock

COPY LICENSE README.md pyproject.toml ./
COPY careerbot careerbot
COPY deploy/healthcheck.py /app/
RUN python3 -m pip --python /app/venv/bin/python install --quiet --no-compile --no-deps --no-build-isolation . \
    && python3 -m pip --python /app/venv/bin/python uninstall --quiet --yes setuptools \
    && find /app/venv \( -path '*/tests' -o -path '*/sample_data' -o -name '*.[ch]' -o -name '*.py[ix]' \) \
        -prune -exec rm -r {} +

# Times of change are whole seconds, all alike: an image keeps no smaller ones, and the compiled knowledge below is only
# taken for fresh when the files have the times that it was made with. Python's own compiled files look at no times at all.
RUN find /app/venv -depth -exec touch --no-dereference --date=@315532800 {} + \
    && /app/venv/bin/python -m compileall -q -j 0 --invalidation-mode unchecked-hash /app/venv/lib \
    && printf 'SRE salary\nwas verdient ein SRE\n' | CAREERBOT_CACHE=/app/knowledge /app/venv/bin/careerbot ask \
    && chmod -R a+rX /app


FROM ${BASE}
RUN groupadd --gid 10001 careerbot \
    && useradd --uid 10001 --gid careerbot --no-create-home --home-dir /var/lib/careerbot --shell /usr/sbin/nologin careerbot \
    && install --directory --owner careerbot --group careerbot --mode 0700 /var/lib/careerbot
COPY --from=build /app /app
ENV PATH=/app/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 \
    CAREERBOT_CACHE=/app/knowledge CAREERBOT_LISTEN=0.0.0.0:8080 XDG_STATE_HOME=/var/lib MPLCONFIGDIR=/tmp/matplotlib
# A number, as Kubernetes cannot tell from a name that it is not root.
USER 10001:10001
WORKDIR /var/lib/careerbot
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=4 CMD ["python3", "-IS", "/app/healthcheck.py"]
ENTRYPOINT ["careerbot"]
CMD ["telegram"]
