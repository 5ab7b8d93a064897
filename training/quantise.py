"""Large kernels as they will ship, in bytes with one scale each, while they are still being trained.

Rounded only at the end, a network of narrow ranges loses what it knows of the finest; trained while it is rounded, it
learns around that (arXiv:1712.05877). One scale a kernel, instead of one a channel, is what a fused convolution can take.
"""
import torch
from torch import nn

from graph import BYTES_FROM, LEVELS


def rounded(kernel: torch.Tensor) -> torch.Tensor:
    """The nearest kernel that bytes can hold: whole multiples, up to 127, of one step."""
    step = kernel.abs().max().clamp(min=1e-8) / LEVELS
    return (kernel / step).round() * step


class InBytes:
    """`with InBytes(net):` the large kernels are rounded; afterwards they are as they were, but keep their gradients.

    So an optimiser moves the unrounded ones by what the rounded ones would want (a straight-through estimator).
    """

    def __init__(self, net: nn.Module):
        convolutions = [part for part in net.modules() if isinstance(part, nn.Conv2d)]
        self.kernels = [part.weight for part in convolutions if part.weight.numel() >= BYTES_FROM]

    def __enter__(self):
        self.unrounded = [kernel.detach().clone() for kernel in self.kernels]
        self.round()

    def round(self):
        for kernel in self.kernels:
            kernel.data.copy_(rounded(kernel.data))

    def __exit__(self, *_):
        for kernel, before in zip(self.kernels, self.unrounded):
            kernel.data.copy_(before)


def normalised(net: nn.Module):
    """(convolution, normalisation) of each pair in `net`, which are neighbours wherever they stand."""
    before = None
    for part in net.modules():
        if isinstance(part, nn.BatchNorm2d) and isinstance(before, nn.Conv2d):
            yield before, part
        before = part


def folded(conv, norm):
    """The kernel and bias of a convolution with its batch normalisation worked in."""
    scale = norm.weight / torch.sqrt(norm.running_var + norm.eps)
    kernel = conv.weight * scale.view(-1, *[1] * (conv.weight.dim() - 1))
    return kernel.detach().numpy(), (norm.bias - norm.running_mean * scale).detach().numpy()


def fold(net):
    """Works each normalisation into its convolution, in place: it only adds a bias from now on, and computes the same."""
    with torch.no_grad():
        for conv, norm in normalised(net):
            kernel, bias = folded(conv, norm)
            conv.weight.copy_(torch.from_numpy(kernel))
            norm.bias.copy_(torch.from_numpy(bias))
            norm.weight.fill_(1)
            norm.running_mean.zero_()
            norm.running_var.fill_(1 - norm.eps)
    return net


def hold(net):
    """Keeps folded normalisations as they are while `net` is trained: no statistics, no scale, only the bias learns."""
    for _, norm in normalised(net):
        norm.eval()
        norm.weight.requires_grad_(False)


def as_shipped(net):
    """`net` as it ships, in place: folded, and its large kernels rounded. One that was trained so stays as it is."""
    InBytes(fold(net)).round()
    return net
