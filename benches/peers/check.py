"""What every peer must find before its time counts, and how its time is told.

M/M/100+M, arrivals 95 and service 1 a unit of time, patience 2 units on average, first come first
served. Exact values from the birth-death equations.
"""

import statistics
import sys

AGENTS, ARRIVALS, SERVICE, PATIENCE = 100, 95.0, 1.0, 2.0
EXACT = {"mean wait": 0.0302821, "P(wait)": 0.3644745, "P(abandon)": 0.0151410}
BATCHES = 20


def figures(calls):
    """(waiting time, hung up) of each call in order of arrival -> the three figures."""
    n = len(calls)
    return {
        "mean wait": sum(wait for wait, _ in calls) / n,
        "P(wait)": sum(wait > 1e-12 for wait, _ in calls) / n,
        "P(abandon)": sum(gone for _, gone in calls) / n,
    }


def report(name, calls, seconds):
    """Checks the calls after the first tenth by batch means, then prints the time per call."""
    counted = calls[len(calls) // 10 :]
    size = len(counted) // BATCHES
    batches = [figures(counted[k * size : (k + 1) * size]) for k in range(BATCHES)]
    for figure, exact in EXACT.items():
        values = [batch[figure] for batch in batches]
        error = statistics.stdev(values) / BATCHES**0.5
        z = (statistics.fmean(values) - exact) / error
        if abs(z) >= 4:
            sys.exit(f"{name}: {figure} is {statistics.fmean(values):.6f}, z = {z:.1f}")
    print(f"{name}\t{seconds / len(calls) * 1e9:.0f} ns per call\t{len(calls)} calls")
