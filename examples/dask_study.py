#!/usr/bin/env python3
"""Runs a study in parts on a Dask cluster and joins them.

    pip install "dask[distributed]"
    python examples/dask_study.py --parts 4 --workers 2 --out whole -- \
        sweep seed-status-quo --vary appraisal.kpis.call_volume.target_per_day=50:80:7 \
        --require "turnover.annual_rate<=25%" --replications 8

With --scheduler tcp://HOST:8786 the parts go to that cluster, which needs `fairfloor` on its machines
and a folder that all of them see; without it two processes on this machine do the work. What is joined
has the bits of one run: only who computes what differs.
"""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from dask.distributed import Client, LocalCluster, as_completed


def run_part(program: str, study: list[str], folder: str, part: str) -> tuple[str, int]:
    """One part, on one thread, as the cluster's workers are the parallelism. A part that was cut off
    before goes on where it was."""
    command = [program, *study, "--out", folder, "--shard", part, "--threads", "1"]
    if (Path(folder) / "study.json").exists():
        command.append("--resume")
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"part {part}: exit {done.returncode}: {done.stderr.strip()}")
    return part, os.getpid()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", default="fairfloor")
    parser.add_argument("--parts", type=int, default=4)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--scheduler", help="address of a Dask scheduler; default: this machine")
    parser.add_argument("--out", required=True, help="a new folder for the whole")
    parser.add_argument("study", nargs=argparse.REMAINDER, help="-- and the command of fairfloor")
    typed = parser.parse_args()
    study = typed.study[1:] if typed.study[:1] == ["--"] else typed.study

    if typed.scheduler:
        client = Client(typed.scheduler)
    else:
        cluster = LocalCluster(
            n_workers=typed.workers, threads_per_worker=1, processes=True, dashboard_address=None
        )
        client = Client(cluster)
    folders = [f"{typed.out}.part-{number}" for number in range(1, typed.parts + 1)]
    futures = [
        # Not pure: the same arguments have to be run again when the folder is gone.
        client.submit(
            run_part, typed.program, study, folder, f"{number}/{typed.parts}", pure=False, retries=1
        )
        for number, folder in enumerate(folders, start=1)
    ]
    for future in as_completed(futures):
        part, process = future.result()
        print(f"part {part} done in process {process}", file=sys.stderr)
    client.close()
    # Rounds that depend on all parts are run here; the first round is most of the work.
    merge = [typed.program, "merge", *folders, "--out", typed.out]
    return subprocess.run(merge, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
