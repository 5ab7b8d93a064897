"""Fits the embedding anew on a trunk that stays as it is: minutes where train.py takes hours.

    python3 training/refit.py trunk.pt --data ../shared/data --out training/runs/refit.pt

The trunk's pooled features of all training crops are computed once (and kept in the cache); on them the projection to
64 numbers learns the losses of train.py. The trunk sees the crops as they are, not augmented.
"""
import argparse
import math
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from data import Faces
from ensemble import pooled_features
from losses import SHAPE_SHARE, SPREAD, all_losses
from net import load, save
from targets import TRUST, Targets


def refit(net, features, targets, options):
    """Trains `net`'s projection and heads in place, deterministically from the seed."""
    net.train()
    trained = [*net.emb.parameters(), *net.bn.parameters(), *net.h.parameters()]
    optimiser = torch.optim.AdamW(trained, options.rate, weight_decay=0.03)
    nobody = torch.zeros(options.batch, dtype=torch.bool)
    for step in range(options.steps):
        for group in optimiser.param_groups:
            group["lr"] = options.rate * (1 + math.cos(math.pi * step / options.steps)) / 2
        random = np.random.default_rng([options.seed, step])
        torch.manual_seed(options.seed * 1_000_003 + step)
        rows = targets.draw(options.batch, random)
        embedding = net.bn(net.emb(net.drop(torch.from_numpy(np.array(features[rows])))))
        heads = {name: head(embedding) for name, head in net.h.items()}
        parts = all_losses(embedding, F.normalize(embedding), heads, targets.batch(rows, nobody), random,
                           options.shapes, options.features)
        parts["spread"] = parts["spread"] * options.spread / SPREAD
        optimiser.zero_grad()
        sum(parts.values()).backward()
        optimiser.step()
        if step % 100 == 0:
            shown = "  ".join(f"{name} {part.item():.3f}" for name, part in parts.items())
            print(f"{step}/{options.steps}  {shown}", flush=True)
    return net.eval()


def whiten(net, pooled, strength):
    """Evens out the directions of the embedding in place: a variance v becomes v^(1 − strength). Heads say the same."""
    with torch.no_grad():
        embedding = net.project(pooled)[0]
        values, directions = torch.linalg.eigh(torch.cov(embedding.T))
        values = values.clamp(min=1e-6 * values.max())
        mix = (directions * values ** (-strength / 2)) @ directions.T
        scale = net.bn.weight / (net.bn.running_var + net.bn.eps).sqrt()
        shift = net.bn.bias - scale * net.bn.running_mean
        net.emb.weight.copy_(mix @ (scale[:, None] * net.emb.weight))
        net.bn.bias.copy_(mix @ shift)
        net.bn.weight.fill_(1)
        net.bn.running_mean.zero_()
        net.bn.running_var.fill_(1 - net.bn.eps)
        for head in net.h.values():
            head.weight.copy_(head.weight @ torch.linalg.inv(mix))
    return net


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trunk")
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--out", default="training/runs/refit.pt", type=Path)
    parser.add_argument("--steps", type=int, default=600)
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--spread", type=float, default=2.0, help="weight of the loss against collapse")
    parser.add_argument("--shapes", type=float, default=SHAPE_SHARE, help="share of blendshapes in the taught distances")
    parser.add_argument("--features", type=float, default=0.0,
                        help="share of the distances of face-api's features and the teachers' embeddings; 0: none")
    parser.add_argument("--trust", type=float, default=TRUST, help="in the teachers' labels, against a face's own: 0 to 1")
    parser.add_argument("--people", action="store_true", help="teach it not to tell people apart")
    parser.add_argument("--whiten", type=float, default=0.0, help="how much the directions are evened out: 0 to 1")
    parser.add_argument("--teachers", nargs="*", default=[], metavar="FILE", help="networks of ours to learn from too")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    faces, net = Faces(options.data), load(options.trunk)
    targets = Targets(faces, [load(path) for path in options.teachers], options.features > 0,
                      options.people, options.trust)
    targets.vectors = None  # what taught the trunk; the projection is for distances alone
    if options.features == 0:
        targets.features = None
    pooled = pooled_features(net, faces, targets.rows)
    refit(net, pooled, targets, options)
    whiten(net, torch.from_numpy(np.array(pooled[targets.rows])), options.whiten)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    save(net, options.out)


if __name__ == "__main__":
    main()
