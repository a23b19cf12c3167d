#!/usr/bin/env python3
"""F1 by kind of table: by-kind.py CORPUS OUT. Python 3, standard library only.

CORPUS holds the truth and its score.py, OUT what run.mjs wrote. A true table counts to the kind ("look") of the table found for it; tables
not found are a kind of their own, false tables count to the kind they were taken for.
"""
import json
import os
import sys
from collections import defaultdict

corpus, out = sys.argv[1:3]
sys.path.insert(0, corpus)
import score  # noqa: E402

kinds = defaultdict(lambda: [0, 0, 0, 0])  # tables, right, said, true
for document, readings in sorted(score.documents(corpus).items()):
    path = next((p for p in (os.path.join(out, n + '.json') for n in [*sorted(readings), document]) if os.path.exists(p)), None)
    raw = json.load(open(path, encoding='utf8')) if path else []
    said = score.predicted_cells(raw)
    best = score.best({n: score.truth_cells(p) for n, p in readings.items()}, said, blanks=True)
    truth = [score.Table(*t) for t in score.truth_cells(readings[best['reading']])]
    given = [score.Table(*t) for t in said]
    pairs = sorted(((score.common(t.far, s.far), i, j) for i, t in enumerate(truth) for j, s in enumerate(given) if t.page == s.page), reverse=True)
    done, used = {}, set()
    for right, i, j in pairs:
        if right and i not in done and j not in used:
            done[i] = (j, right)
            used.add(j)
    for i, t in enumerate(truth):
        n = sum(t.near.values())
        kind, right, m = (raw[done[i][0]]['look'], done[i][1], sum(given[done[i][0]].near.values())) if i in done else ('not found', 0, 0)
        for k, v in enumerate((1, right, m, n)):
            kinds[kind][k] += v
    for j, s in enumerate(given):
        if j not in used:
            kinds['false, ' + raw[j]['look']][0] += 1
            kinds['false, ' + raw[j]['look']][2] += sum(s.near.values())
print('| kind | tables | precision | recall | F1 |\n| --- | ---: | ---: | ---: | ---: |')
for kind, (tables, right, said_n, true_n) in sorted(kinds.items()):
    p, r = right / said_n if said_n else 0, right / true_n if true_n else 0
    print(f'| {kind} | {tables} | {p:.4f} | {r:.4f} | {2 * p * r / (p + r) if p + r else 0:.4f} |')
