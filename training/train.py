"""Trains the embedder.

    python3 training/train.py --data ../shared/data --out runs/student --steps 20000

Deterministic from --seed on one machine. Every 200 steps the run is saved to OUT.state.pt, from where the same command
goes on after an interruption, and the averaged weights to OUT.pt, ready for evaluate.py and export_tfjs.py.
"""
import argparse
import copy
import math
import time
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from augment import Augment
from data import Faces
from losses import all_losses, twin_losses
from net import MOBILE, Net, Shape, load, save
from quantise import InBytes, fold, hold
from shorten import shorten
from targets import TRUST, Targets

SAVE_EVERY = 200
BLOCKS = (2, 3, 3, 2)
PAIRS, SIZE = 12, 72
SIZES = (64, 72, 80, 96, 128, 160)  # every part of a trunk halves them, but the last may not


def stage(text):
    """`64x9000` → (64, 9000)."""
    pixels, _, steps = text.partition("x")
    if int(pixels) not in SIZES:
        raise argparse.ArgumentTypeError(f"{pixels} pixels: the network sees one of {SIZES}")
    return int(pixels), int(steps)


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default="../shared/data")
    parser.add_argument("--out", default="training/runs/student", type=Path)
    parser.add_argument("--init", help="start from these weights (a file of net.save)")
    parser.add_argument("--freeze", type=int, default=0, help="how many of the trunk's first parts stay as they are")
    parser.add_argument("--size", type=int, choices=SIZES, help=f"pixels that the network sees ({SIZE}, or as in --init)")
    parser.add_argument("--pairs", type=int, help=f"pairs of convolutions of the trunk ({PAIRS}, or as in --init, which is "
                        "shortened to these)")
    parser.add_argument("--channels", nargs=4, type=int, metavar="N", help="a residual trunk, which can teach but not "
                        "ship, with so many channels in its four parts")
    parser.add_argument("--grow", nargs="*", default=[], type=stage, metavar="PIXELSxSTEPS",
                        help="first see fewer pixels for so many of the steps: 64x9000")
    parser.add_argument("--teachers", nargs="*", default=[], metavar="FILE", help="networks of ours to learn from too")
    parser.add_argument("--features", action="store_true", help="teach distances of face-api's features too")
    parser.add_argument("--vectors", action="store_true", help="teach the teachers' embeddings too")
    parser.add_argument("--trust", type=float, default=TRUST, help="in the teachers' labels, against a face's own: 0 to 1")
    parser.add_argument("--people", action="store_true", help="teach it not to tell people apart")
    parser.add_argument("--unlabelled", action="store_true", help="learn from two views of each face alone: a beginning "
                        "for --init")
    parser.add_argument("--gentle", type=float, default=0.0, help="share of batches that are only moved and mirrored")
    parser.add_argument("--drop", type=float, help="share of the pooled features that is left out at each step (0.2)")
    parser.add_argument("--bytes", action="store_true", help="train the large kernels of --init as bytes will hold them")
    parser.add_argument("--float32", action="store_true", help="convolutions in 32 bits instead of bfloat16, slower")
    parser.add_argument("--steps", type=int, default=20_000)
    parser.add_argument("--stop", type=int, help="end after this step, in the middle of the schedule")
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--average", type=float, default=0.998, help="of the weights' moving average")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    if options.vectors and not options.teachers:
        parser.error("--vectors teaches what --teachers say: name one")
    if options.unlabelled and (options.teachers or options.features or options.people):
        parser.error("--unlabelled learns from nothing but the faces: leave out --teachers, --features and --people")
    if options.channels and options.init:
        parser.error("--channels is for a network from nothing: leave out --init")
    if options.bytes and not options.init:
        parser.error("--bytes is for the end of a training: name with --init what it ends")
    return options


class Run:
    """One training run: the network, its average, the optimiser, and how far it is."""

    def __init__(self, options, net, targets, crops, alpha):
        self.options, self.net, self.targets, self.crops, self.alpha = options, net, targets, crops, alpha
        self.average, self.step = copy.deepcopy(net), 0
        for part in net.f[:options.freeze]:
            part.requires_grad_(False)
        if options.bytes:
            hold(net)
        trained = [p for p in net.parameters() if p.requires_grad]
        groups = [{"params": [p for p in trained if p.dim() > 1], "weight_decay": 0.03},
                  {"params": [p for p in trained if p.dim() <= 1], "weight_decay": 0.0}]
        self.optimiser = torch.optim.AdamW(groups, lr=options.rate)

    @property
    def state_path(self):
        return self.options.out.with_suffix(".state.pt")

    def resume(self):
        if not self.state_path.is_file():
            return
        state = torch.load(self.state_path)
        self.net.load_state_dict(state["net"])
        self.average.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.step = state["step"]
        print(f"going on from step {self.step}", flush=True)

    def store(self):
        state = {"net": self.net.state_dict(), "average": self.average.state_dict(),
                 "optimiser": self.optimiser.state_dict(), "step": self.step}
        part = self.state_path.with_suffix(".part")
        torch.save(state, part)
        part.rename(self.state_path)
        with InBytes(self.average) if self.options.bytes else nullcontext():
            save(self.average, self.options.out.with_suffix(".pt"), step=self.step)

    def rate(self):
        """A tenth of the run warms up, the rest is half a cosine."""
        warm = max(1, self.options.steps // 10)
        if self.step < warm:
            return self.options.rate * (self.step + 1) / warm
        done = (self.step - warm) / max(1, self.options.steps - warm)
        return self.options.rate * (0.01 + 0.99 * (1 + math.cos(math.pi * done)) / 2)

    def size(self):
        """Pixels that are seen at this step. A small picture teaches the coarse things at a fraction of the time."""
        begun = 0
        for pixels, steps in self.options.grow:
            begun += steps
            if self.step < begun:
                return pixels
        return self.net.shape.size

    def embed(self, rows, random):
        """A view of each face → embedding (B, 64), unit embedding (B, 64), and which of the views are mirrored."""
        view = Augment(self.net.shape.view, self.size(), int(random.integers(2**31)), self.options.gentle)
        x, mirrored = view(torch.from_numpy(self.crops(rows)), torch.from_numpy(self.alpha(rows)))
        with torch.autocast("cpu", torch.bfloat16, enabled=not self.options.float32):
            features = self.net.f(x.contiguous(memory_format=torch.channels_last))
        return *self.net.project(features.float().mean((2, 3))), mirrored

    def loss(self, rows, random):
        embedding, unit, mirrored = self.embed(rows, random)
        if self.options.unlabelled:
            return twin_losses(embedding, self.embed(rows, random)[0])
        heads = {name: head(embedding) for name, head in self.net.h.items()}
        return all_losses(embedding, unit, heads, self.targets.batch(rows, mirrored), random)

    def advance(self):
        random = np.random.default_rng([self.options.seed, self.step])
        torch.manual_seed(self.options.seed * 1_000_003 + self.step)
        rows = self.targets.draw(self.options.batch, random)
        for group in self.optimiser.param_groups:
            group["lr"] = self.rate()
        self.optimiser.zero_grad()
        with InBytes(self.net) if self.options.bytes else nullcontext():
            parts = self.loss(rows, random)
            sum(parts.values()).backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 5.0)
        self.optimiser.step()
        self.step += 1
        self._follow()
        return {name: part.item() for name, part in parts.items()}

    def _follow(self):
        keep = min(self.options.average, self.step / (self.step + 10))
        with torch.no_grad():
            for ours, theirs in zip(self.average.state_dict().values(), self.net.state_dict().values()):
                if ours.dtype.is_floating_point:
                    ours.lerp_(theirs, 1 - keep)
                else:
                    ours.copy_(theirs)


def train(run):
    run.net.train()
    for part in run.net.f[:run.options.freeze]:
        part.eval()
    if run.options.bytes:
        hold(run.net)
    started, first, sums = time.time(), run.step, {}
    last = run.options.stop or run.options.steps
    while run.step < last:
        for name, value in run.advance().items():
            sums[name] = 0.98 * sums.get(name, value) + 0.02 * value
        if run.step % 50 == 0:
            left = (time.time() - started) / (run.step - first) * (last - run.step)
            shown = "  ".join(f"{name} {value:.3f}" for name, value in sums.items())
            print(f"{run.step}/{last}  {left / 60:.0f} min left  {shown}", flush=True)
        if run.step % SAVE_EVERY == 0 or run.step == last:
            run.store()


def begin(options) -> Net:
    """A new network, or the one of --init, as deep and seeing as many pixels as the options say."""
    if not options.init:
        size = options.size or SIZE
        if options.channels:
            return Net(Shape(size=size, channels=tuple(options.channels), blocks=BLOCKS))
        return Net(Shape(trunk=MOBILE, size=size, pairs=options.pairs or PAIRS))
    stored = load(options.init)
    net = Net(replace(stored.shape, size=options.size or stored.shape.size))
    net.load_state_dict(stored.state_dict())
    return shorten(net, options.pairs) if options.pairs else net


def with_head(net, name, out) -> Net:
    """The same network with one more head on its embedding, which has learned nothing yet."""
    more = Net(replace(net.shape, heads=(*(head for head in net.shape.heads if head[0] != name), (name, out))))
    kept = {key: value for key, value in net.state_dict().items() if not key.startswith(f"h.{name}.")}
    more.load_state_dict({**more.state_dict(), **kept})
    return more


def main():
    options = arguments()
    options.out.parent.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    faces = Faces(options.data)
    teachers = [load(path) for path in options.teachers]
    targets, net = Targets(faces, teachers, options.features, options.people, options.trust), begin(options)
    if options.vectors:
        net = with_head(net, "vec", targets.vectors.shape[1])
    if options.bytes:
        fold(net.eval())
    if options.drop is not None:
        net.drop.p = options.drop
    run = Run(options, net.to(memory_format=torch.channels_last), targets, faces.crops, faces.alpha)
    run.resume()
    train(run)


if __name__ == "__main__":
    main()
