"""Ciw: one node of 100 servers with reneging; records of service and reneging only."""

import sys
import time

import ciw

from check import AGENTS, ARRIVALS, PATIENCE, SERVICE, report


def main(count, seed):
    ciw.seed(seed)
    network = ciw.create_network(
        arrival_distributions=[ciw.dists.Exponential(rate=ARRIVALS)],
        service_distributions=[ciw.dists.Exponential(rate=1 / SERVICE)],
        reneging_time_distributions=[ciw.dists.Exponential(rate=1 / PATIENCE)],
        number_of_servers=[AGENTS],
    )
    simulation = ciw.Simulation(network)
    start = time.process_time()
    simulation.simulate_until_max_time(count / ARRIVALS)
    seconds = time.process_time() - start
    records = simulation.get_all_records()
    records.sort(key=lambda record: record.arrival_date)
    calls = [(r.waiting_time, r.record_type == "renege") for r in records]
    report(f"Ciw {ciw.__version__}", calls, seconds)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
