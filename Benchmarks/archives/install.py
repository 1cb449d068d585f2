"""Installs what the comparison needs into the environment of the peers; what cannot be installed is left out there."""
import importlib.util
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "peers"
SPECIFICATION = importlib.util.spec_from_file_location("peers_install", FOLDER / "install.py")
peers = importlib.util.module_from_spec(SPECIFICATION)
SPECIFICATION.loader.exec_module(peers)

for name, reason in peers.install([
        {"name": "tantivy", "requirements": ["tantivy==0.27.0"]},
        {"name": "rjieba", "requirements": ["rjieba==0.2.2"]},
        {"name": "jieba", "requirements": ["jieba==0.42.1"]}]).items():
    print(f"{name}: {reason}", file=sys.stderr)
