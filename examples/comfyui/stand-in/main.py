"""Answers like ComfyUI where its models and libraries would be too much: for tests of the image around it.

    podman build --target core-cpu --build-context comfyui=stand-in --build-arg TORCH= …
"""

import argparse
import json
import logging
import os
import platform
import shutil
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HERE = os.path.dirname(os.path.abspath(__file__))
TEMP = os.path.join(HERE, "temp")


def system_stats():
    nodes = os.path.join(HERE, "custom_nodes")
    return {
        "system": {
            "os": sys.platform,
            "comfyui_version": "stand-in",
            "python_version": sys.version,
            "argv": sys.argv,
            "custom_nodes": sorted(name for name in os.listdir(nodes) if os.path.isdir(os.path.join(nodes, name))),
        },
        "devices": [{"name": "cpu", "type": "cpu"}] if ARGUMENTS.cpu else [],
    }


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        found = self.path == "/system_stats"
        body = json.dumps(system_stats() if found else {}).encode()
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format, *args):
        pass


parser = argparse.ArgumentParser()
parser.add_argument("--listen", nargs="?", default="127.0.0.1", const="0.0.0.0")
parser.add_argument("--port", type=int, default=8188)
parser.add_argument("--cpu", action="store_true")
ARGUMENTS = parser.parse_args()

if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    logging.info("Python version: %s", platform.python_version())
    shutil.rmtree(TEMP, ignore_errors=True)
    os.makedirs(TEMP, exist_ok=True)
    server = ThreadingHTTPServer((ARGUMENTS.listen, ARGUMENTS.port), Handler)
    logging.info("To see the GUI go to: http://%s:%d", ARGUMENTS.listen, ARGUMENTS.port)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        logging.info("Stopped server")
    finally:
        shutil.rmtree(TEMP, ignore_errors=True)
