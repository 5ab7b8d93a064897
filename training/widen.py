"""A network made wider without changing what it computes (Net2Net, arXiv:1511.05641): nothing learned is lost.

Each new channel repeats an old one; whoever reads the two divides the old weight between them, in uneven parts, so that
they part ways in training.
"""
from dataclasses import replace

import torch

from net import Net


def widen(net: Net, channels, seed=1) -> Net:
    """A copy of `net` with these channels, none fewer than it has, that gives the same embeddings."""
    old = net.shape.channels
    if len(channels) != len(old) or any(new < had for new, had in zip(channels, old)):
        raise ValueError(f"a network of {old} channels cannot be widened to {tuple(channels)}: no part may have fewer")
    random = torch.Generator().manual_seed(seed)
    sources = [_sources(had, new, random) for had, new in zip(old, channels)]
    wide = Net(replace(net.shape, channels=tuple(channels))).eval()
    rgb = torch.arange(3)
    _copy_conv(net.f[0], wide.f[0], rgb, sources[0], random)
    at, into = 1, sources[0]
    for out, count in zip(sources, net.shape.blocks):
        for _ in range(count):
            narrow, broad = net.f[at], wide.f[at]
            _copy_conv(narrow.a, broad.a, into, out, random)
            _copy_conv(narrow.b, broad.b, out, out, random)
            if narrow.d is not None:
                _copy_conv(narrow.d, broad.d, into, out, random)
            at, into = at + 1, out
    with torch.no_grad():
        wide.emb.weight.copy_(net.emb.weight[:, into] * _shares(net.emb.weight, into, random))
    wide.bn.load_state_dict(net.bn.state_dict())
    wide.h.load_state_dict(net.h.state_dict())
    return wide


def _sources(had, new, random):
    """(new,) of which old channel each new one is a copy; every old one is copied before any is copied twice."""
    rounds = [torch.randperm(had, generator=random) for _ in range(new // had)]
    return torch.cat([torch.arange(had), *rounds])[:new]


def _shares(weight, into, random):
    """What part of an old weight each copy of its input gets: (outputs, new inputs); the parts of one input add up to 1."""
    raw = 0.25 + torch.rand(len(weight), len(into), generator=random)
    total = torch.zeros(len(weight), weight.shape[1]).index_add_(1, into, raw)
    return raw / total[:, into]


def _copy_conv(narrow, broad, into, out, random):
    """Both are sequences that hold one convolution and the normalisation behind it."""
    (kernel,), (target,) = ([part for part in parts if isinstance(part, torch.nn.Conv2d)] for parts in (narrow, broad))
    (norm,), (other,) = ([part for part in parts if isinstance(part, torch.nn.BatchNorm2d)] for parts in (narrow, broad))
    weight = kernel.weight[out]
    with torch.no_grad():
        target.weight.copy_(weight[:, into] * _shares(weight, into, random)[:, :, None, None])
        for name, value in norm.state_dict().items():
            other.state_dict()[name].copy_(value[out] if value.dim() else value)
