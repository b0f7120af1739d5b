"""SimPy: a process a call, a resource of 100 agents, the request given up when patience ends."""

import random
import sys
import time

import simpy

from check import AGENTS, ARRIVALS, PATIENCE, SERVICE, report


def caller(env, agents, number, draws, calls):
    came, length = env.now, draws.expovariate(1 / SERVICE)
    patience = draws.expovariate(1 / PATIENCE)
    with agents.request() as request:
        yield request | env.timeout(patience)
        if request.triggered:
            calls[number] = (env.now - came, False)
            yield env.timeout(length)
        else:
            calls[number] = (env.now - came, True)


def source(env, agents, draws, calls):
    for number in range(len(calls)):
        yield env.timeout(draws.expovariate(ARRIVALS))
        env.process(caller(env, agents, number, draws, calls))


def main(count, seed):
    draws, calls = random.Random(seed), [None] * count
    env = simpy.Environment()
    agents = simpy.Resource(env, capacity=AGENTS)
    env.process(source(env, agents, draws, calls))
    start = time.process_time()
    env.run()
    report(f"SimPy {simpy.__version__}", calls, time.process_time() - start)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 300_000, int(sys.argv[2]) if len(sys.argv) > 2 else 1)
