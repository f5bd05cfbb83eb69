#!/usr/bin/env python3
"""A scripted agent: takes a brief to a report over `groundplan mcp`, without a language model.

    agents/report.py examples/library/brief.yaml [--trial]

It does what a coding agent should do, in order: hand the brief in, look at how the rules were
understood, look at what was assumed, design, read the summary, ask why for one number, report.
Prints the report as JSON: status, summary, files, open_questions. Exit 0 when everything held.
"""
import json
import os
import subprocess
import sys


class Groundplan:
    """One conversation over standard input and output."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        self.number = 0
        self.request("initialize", {
            "protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "report", "version": "1"}})
        self.send({"jsonrpc": "2.0", "method": "notifications/initialized"})

    def send(self, message):
        self.process.stdin.write(json.dumps(message) + "\n")
        self.process.stdin.flush()

    def request(self, method, params):
        self.number += 1
        self.send({"jsonrpc": "2.0", "id": self.number, "method": method, "params": params})
        for line in self.process.stdout:
            message = json.loads(line)
            if message.get("method") == "notifications/progress":
                print("  …", message["params"].get("message", ""), file=sys.stderr)
            if message.get("id") == self.number:
                if "error" in message:
                    raise SystemExit(f"{method}: {message['error']}")
                return message["result"]
        raise SystemExit(f"{method}: the server went away")

    def call(self, tool, **arguments):
        result = self.request("tools/call", {"name": tool, "arguments": arguments, "_meta": {"progressToken": self.number}})
        text = "\n".join(c["text"] for c in result["content"])
        if result.get("isError"):
            raise SystemExit(f"{tool}: {text}")
        return result.get("structuredContent", text)

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=20)


def main():
    brief = open(sys.argv[1], encoding="utf-8").read()
    here = os.path.dirname(os.path.abspath(__file__))
    plan = Groundplan([os.path.join(here, "..", "groundplan"), "mcp"])
    read = plan.call("submit_brief", brief=brief)
    if not read["accepted"]:
        raise SystemExit("\n".join(read["diagnostics"]))
    assumed = plan.call("assumptions")
    design = plan.call("design", trial="--trial" in sys.argv)
    first_page = plan.call("get", part="ARCHITECTURE.md#1")
    files = plan.call("get", part="files").splitlines()[1:]
    why = plan.call("explain", name="quantity:system.rate-peak").splitlines()
    plan.close()
    print(json.dumps({
        "status": design["status"],
        "summary": design["summary"],
        "first_line": first_page.splitlines()[2:4],
        "because": why[:4],
        "findings": design["findings"][:3],
        "files": len(files),
        "assumptions": len(assumed["assumptions"]),
        "open_questions": [q["question"] for q in assumed["questions"]],
    }, indent=2, ensure_ascii=False))
    return 0 if design["status"] in ("held", "not tried") else 1


if __name__ == "__main__":
    sys.exit(main())
