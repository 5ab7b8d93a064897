"""A mobile network without its last pairs of convolutions: of 13 pairs, the last holds a third of the weights."""
from dataclasses import replace

from net import MOBILE, Net


def shorten(net: Net, pairs) -> Net:
    """The first `pairs` pairs of `net`'s trunk. What read the trunk's end, the projection and the heads, begins anew."""
    if net.shape.trunk != MOBILE or pairs > net.shape.pairs:
        raise ValueError(f"a {net.shape.trunk} trunk of {net.shape.pairs} pairs cannot be shortened to {pairs}")
    short = Net(replace(net.shape, pairs=pairs))
    kept = net.f.state_dict()
    short.f.load_state_dict({name: kept[name] for name in short.f.state_dict()})
    return short
