"""Makes the virtual environment of the peers and installs each, in the version that peers.json pins.

A peer that cannot be installed here is left out of the comparison, with the reason.
"""
import glob
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import venv
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
ENVIRONMENT = FOLDER.parent / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"


def pip(*arguments):
    """Runs pip; None, or the first line of what it complained about, without addresses."""
    done = subprocess.run([PYTHON, "-m", "pip", *arguments, "--quiet", "--disable-pip-version-check"],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode == 0:
        return None
    complaints = [line.strip() for line in done.stdout.splitlines() if "error" in line.lower()]
    return re.sub(r"\s*(\(from .*|https?://\S+)", "", (complaints or ["pip failed"])[0])[:120]


def build(source):
    """Builds a source package with Cython anew: the C++ that it ships is for older Pythons."""
    with tempfile.TemporaryDirectory() as folder:
        complaint = pip("download", "--no-binary", ":all:", "--no-deps", "--no-build-isolation", "-d", folder, source)
        if complaint:
            return complaint
        with tarfile.open(glob.glob(folder + "/*.tar.gz")[0]) as archive:
            archive.extractall(folder, filter="data")
        unpacked = next(path for path in Path(folder).iterdir() if path.is_dir())
        for generated in [*unpacked.rglob("*.cpp"), unpacked / "PKG-INFO"]:
            generated.unlink(missing_ok=True)
        return pip("install", "--no-build-isolation", "--no-deps", str(unpacked))


def install(peers):
    """Installs `peers`; gives the reasons of those that failed, by name."""
    if not PYTHON.exists():
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        venv.create(ENVIRONMENT, with_pip=True)
    failures = {}
    for peer in peers:
        # A stamp for each, so that the second run starts at once.
        stamp = ENVIRONMENT / ("installed-" + "-".join(peer["requirements"] + [peer.get("source", "")]))
        if stamp.exists():
            continue
        print(f"installing {peer['name']}", file=sys.stderr)
        complaint = pip("install", *peer.get("tools", []), *peer["requirements"])
        if not complaint and "source" in peer:
            complaint = build(peer["source"])
        if complaint:
            failures[peer["name"]] = "cannot be installed: " + complaint
        else:
            stamp.touch()
    return failures


def clean_environment():
    """The environment of all processes: one thread each, whatever their libraries would like."""
    return {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0",
            "PYTHONWARNINGS": "ignore"}
