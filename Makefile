# make          dựng mọi thứ vào site/             make test    cài những gì cần và chạy mọi phép thử
# make serve    xem thử, sửa bài thì trang đổi theo make help    mọi lệnh

PYTHON ?= python3
BIN := .venv/bin
COMPILE := uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-header --no-annotate pyproject.toml
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: all build audio portable usb scheduler cluster worker preview serve check proof schemas test test-quick test-windows test-pythons lint map bench sbom audit lock clean help

all: build

build: .venv/ready  ## set up and build everything into site/ (the default)
	@$(BIN)/lachan build

audio: .venv/ready-audio  ## build with the scripts as sound, too (VOICE=model.onnx for a voice of piper)
	@$(BIN)/lachan build --audio $(if $(VOICE),--voice $(VOICE))

scheduler: .venv/ready-cluster  ## share out the work of a build on many machines (CONTRIBUTING.md)
	@$(BIN)/dask scheduler --no-dashboard

cluster: .venv/ready-cluster  ## build on many machines (SCHEDULER=tcp://10.0.0.1:8786)
	@test -n "$(SCHEDULER)" || { echo "Ví dụ: make cluster SCHEDULER=tcp://10.0.0.1:8786"; exit 1; }
	@$(BIN)/lachan build --scheduler "$(SCHEDULER)"

worker: .venv/ready-cluster  ## lend this machine to such a build (SCHEDULER=tcp://10.0.0.1:8786)
	@test -n "$(SCHEDULER)" || { echo "Ví dụ: make worker SCHEDULER=tcp://10.0.0.1:8786"; exit 1; }
	@$(BIN)/dask worker "$(SCHEDULER)" --nworkers -1 --nthreads 1 --no-dashboard

portable: .venv/ready  ## la-chan-windows.zip: unzip, double-click (EMBED=python-3.13.15-embed-amd64.zip of python.org)
	@test -n "$(EMBED)" || { echo "Ví dụ: make portable EMBED=python-3.13.15-embed-amd64.zip (tải ở python.org)"; exit 1; }
	@$(BIN)/python -m portable "$(EMBED)"

usb: STICK = $(or $(PLACE),tat-ca)
usb: .venv/ready  ## a copy in usb/tat-ca that opens from a USB stick, without a network (PLACE=11692: in usb/11692)
	@$(BIN)/lachan build $(if $(PLACE),--place $(PLACE)) --output .cache/usb/$(STICK)
	@$(BIN)/lachan usb .cache/usb/$(STICK) --output usb/$(STICK)

serve: .venv/ready  ## build, show on http://127.0.0.1:8000/ and follow every change
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs serve

preview: .venv/ready  ## draw one sheet into preview/ and again on every save: POSTER=5-dau-hieu
	@test -n "$(POSTER)" || { echo "Ví dụ: make preview POSTER=5-dau-hieu"; exit 1; }
	@$(BIN)/lachan preview "$(POSTER)"

check: .venv/ready  ## every problem in every file, without building
	@$(BIN)/lachan check

proof: .venv/ready  ## open every finished file of site/ again
	@$(BIN)/lachan proof

schemas: .venv/ready  ## what editors know of campaigns and texts, made anew from the code
	@$(BIN)/python -m schemas

test: .venv/ready-test  ## set up what tests need (Chromium, LibreOffice, nginx too) and run all of them
	@sh tests/browser/chromium.sh
	@sh tests/libreoffice.sh
	@sh tests/nginx.sh
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

test-quick: .venv/ready-test  ## the tests that build nothing and start no other program, in about a minute
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadfile -m "not slow"

test-windows: .venv/ready-test  ## the folder of `make portable` under Wine, compared with a build here
	@sh tests/windows/wine.sh
	@$(BIN)/python -m pytest tests/windows/under_wine.py

test-pythons: .venv/ready-test  ## the same site from every Python of 3.11 to 3.14 that the machine has
	@$(BIN)/python -m pytest -rs tests/under_pythons.py

lint: .venv/ready-test  ## style and types
	@$(BIN)/ruff format --check hooks portable schemas tests benchmarks
	@$(BIN)/ruff check hooks portable schemas tests benchmarks
	@$(BIN)/mypy
	@PYTHONPATH=hooks $(BIN)/lint-imports

map: .venv/made  ## the map of the rooms in ARCHITECTURE.md, from the first lines of packages and modules
	@$(BIN)/python tests/rooms.py

bench: .venv/ready-bench  ## measure all of it beside what else there is (SUBJECT=page BENCH=1,10,100 RUNS=3)
	@sh tests/browser/chromium.sh
	@$(BIN)/python -m benchmarks $(SUBJECT) $(if $(BENCH),--sizes $(BENCH)) $(if $(RUNS),--runs $(RUNS))

sbom: .venv/ready-release  ## sbom.json: what libraries a release stands on (CycloneDX; same lock, same bytes)
	@$(BIN)/cyclonedx-py requirements --pyproject pyproject.toml --spec-version 1.6 --output-reproducible \
		--output-file sbom.json requirements.lock

audit: .venv/ready-release  ## ask whether a library of requirements.lock is known to be unsafe (needs a network)
	@$(BIN)/pip-audit --require-hashes --disable-pip --requirement requirements.lock

lock:  ## pin all libraries anew, with hashes and without any address (needs uv)
	$(COMPILE) -o requirements.lock
	$(COMPILE) --extra audio -o requirements-audio.lock
	$(COMPILE) --extra cluster -o requirements-cluster.lock
	$(COMPILE) --extra audio --extra cluster --group test -o requirements-test.lock
	$(COMPILE) --extra audio --extra cluster --group test --group bench -c requirements-test.lock \
		-o requirements-bench.lock
	$(COMPILE) --group release -c requirements-test.lock -o requirements-release.lock

clean:  ## remove what was built, the store of finished files and the environment
	rm -rf site usb .cache .venv

help:  ## this list
	@sed -n 's/^\([a-z-]*\):.*##  *\(.*\)/  make \1\t\2/p' Makefile | expand -t 21

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Cần Python 3.11 trở lên; ví dụ: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv \
		|| { echo "Chưa tạo được .venv; trên Debian, Ubuntu: apt-get install python3-venv"; exit 1; }
	@touch $@

.venv/ready: .venv/made requirements.lock pyproject.toml
	@echo "Đang cài thư viện vào .venv (chỉ lần đầu)…"
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/ready-audio: .venv/ready requirements-audio.lock
	@echo "Đang cài thư viện âm thanh vào .venv (chỉ lần đầu)…"
	@$(PIP) install --require-hashes -r requirements-audio.lock
	@touch $@

.venv/ready-cluster: .venv/ready requirements-cluster.lock
	@echo "Đang cài thư viện chạy nhiều máy vào .venv (chỉ lần đầu)…"
	@$(PIP) install --require-hashes -r requirements-cluster.lock
	@touch $@

.venv/ready-test: .venv/ready requirements-test.lock
	@echo "Đang cài thư viện cho phép thử (chỉ lần đầu)…"
	@$(PIP) install --require-hashes -r requirements-test.lock
	@touch $@

.venv/ready-bench: .venv/ready-test requirements-bench.lock
	@echo "Đang cài những thư viện đem ra so (chỉ lần đầu)…"
	@$(PIP) install --require-hashes -r requirements-bench.lock
	@touch $@

.venv/ready-release: .venv/ready requirements-release.lock
	@echo "Đang cài công cụ để phát hành (chỉ lần đầu)…"
	@$(PIP) install --require-hashes -r requirements-release.lock
	@touch $@
