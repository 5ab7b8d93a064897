"""What the student is taught: labels, blendshapes, and above all the distances between faces.

Distances are taught, not coordinates: an embedding is used for nothing but its distances, and labels alone make it
collapse to classes (the pilot: 4 directions held 89 % of its variance).
"""
from typing import NamedTuple, Optional

import torch
import torch.nn.functional as F

TRIPLETS = 64  # pairs of others for each face of a batch
SPREAD = 1.0  # weight of the loss against collapse
VECTORS = 0.7  # weight of the teachers' embeddings themselves, where a head says them
PERSON = 4.0  # weight of the loss against telling people apart, where it is asked for
# Of blendshapes and of another network's features against votes in the taught distance, all scaled to a mean of 1.
SHAPE_SHARE = 2.0
FEATURE_SHARE = 1.0


class Batch(NamedTuple):
    """What is known of the faces of a batch; mirrored faces have their sides swapped already."""

    labels: torch.Tensor  # (B, 8) votes as distributions
    labelled: torch.Tensor  # (B,) 1 where there are any
    has_contempt: torch.Tensor  # (B,) bool: whether the eighth expression was asked for
    shapes: torch.Tensor  # (B, 43) standardised blendshapes
    shaped: torch.Tensor  # (B,) 1 where there are any
    features: Optional[torch.Tensor] = None  # (B, C) another network's
    person: Optional[torch.Tensor] = None  # (B, C) what tells people apart
    vectors: Optional[torch.Tensor] = None  # (B, V) the teachers' embeddings, standardised


def label_loss(logits, labels, has_contempt, known):
    """Cross-entropy with label distributions (B, 8); sets that have no contempt leave it out of the softmax."""
    never = torch.zeros_like(logits)
    never[:, 7] = torch.where(has_contempt, 0.0, -1e4)
    loss = -(labels * F.log_softmax(logits + never, 1)).sum(1)
    return (loss * known).sum() / known.sum().clamp(min=1)


def shape_loss(predicted, shapes, known):
    """Smooth L1 on standardised blendshapes (B, 43) of the faces that have them."""
    loss = F.smooth_l1_loss(predicted, shapes, reduction="none").mean(1)
    return (loss * known).sum() / known.sum().clamp(min=1)


def divergence(p):
    """(B, B) Jensen-Shannon distances (base 2) between the rows of `p`."""
    def entropy(x):
        return -(x * x.clamp(min=1e-8).log2()).sum(-1)

    middle = (p[:, None] + p[None]) / 2
    own = entropy(p)
    return (entropy(middle) - (own[:, None] + own[None]) / 2).clamp(min=0).sqrt()


def taught_distance(targets: Batch, shape_share=SHAPE_SHARE, feature_share=FEATURE_SHARE):
    """(B, B) what the distances should be, up to a factor, and how much is known of each pair (0 or more)."""
    parts = [(divergence(targets.labels), targets.labelled[:, None] * targets.labelled[None]),
             (torch.cdist(targets.shapes, targets.shapes), shape_share * targets.shaped[:, None] * targets.shaped[None])]
    if targets.features is not None:
        distances = torch.cdist(targets.features, targets.features)
        parts.append((distances, torch.full_like(distances, feature_share)))
    known = sum(weight for _, weight in parts) * (1 - torch.eye(len(targets.labels)))
    total = sum(distances / mean_over(distances, weight) * weight for distances, weight in parts)
    return total / known.clamp(min=1e-6), known


def mean_over(values, weights):
    return ((values * weights).sum() / weights.sum().clamp(min=1e-6)).clamp(min=1e-6)


def relation_loss(unit, taught, known):
    """1 − correlation of our distances with the taught ones, row by row: each face's ranking of all others."""
    ours = (2 - 2 * unit @ unit.T).clamp(min=1e-6).sqrt()

    centre = centred_on(known)
    a, b = centre(ours), centre(taught)
    covariance = (a * b * known).sum(1)
    spread = ((a * a * known).sum(1) * (b * b * known).sum(1)).clamp(min=1e-8).sqrt()
    return (1 - covariance / spread).mean()


def centred_on(known):
    """Takes the mean of what is known off each row of a (B, B), so that rows can be correlated."""
    count = known.sum(1, keepdim=True).clamp(min=1e-6)
    return lambda x: (x - (x * known).sum(1, keepdim=True) / count) * (known > 0)


def person_loss(unit, taught, known, person):
    """How far our distances follow those between people, beyond what the taught ones explain: 0 where they do not.

    The square of the partial correlation, row by row. Two smiles of two people may be as near as two of one; that is
    nobody's label, but a network that tells people apart says for any two faces how alike the people are.
    """
    centre = centred_on(known)
    ours = centre((2 - 2 * unit @ unit.T).clamp(min=1e-6).sqrt())
    people, taught = centre(torch.cdist(person, person)), centre(taught)

    def beyond(x):
        slope = (x * taught * known).sum(1, keepdim=True) / (taught.square() * known).sum(1, keepdim=True).clamp(min=1e-8)
        return x - slope * taught

    a, b = beyond(ours), beyond(people)
    spread = ((a * a * known).sum(1) * (b * b * known).sum(1)).clamp(min=1e-8).sqrt()
    return ((a * b * known).sum(1) / spread).clamp(min=0).square().mean()


def triplet_loss(unit, taught, known, picks, margin=0.2, sharpness=8.0):
    """Softplus triplets: of two others (`picks`, two (B, K) of columns), the one taught nearer must be nearer."""
    ours = (2 - 2 * unit @ unit.T).clamp(min=1e-6).sqrt()
    first, second = picks
    gap = taught.gather(1, second) - taught.gather(1, first)
    weight = gap.abs() * (gap.abs() > margin) * (known.gather(1, first) > 0) * (known.gather(1, second) > 0)
    found = (ours.gather(1, second) - ours.gather(1, first)) * gap.sign()
    return (F.softplus(-sharpness * found) / sharpness * weight).sum() / weight.sum().clamp(min=1e-6)


def spread_loss(embedding):
    """Off-diagonal correlation of the 64 numbers, which batch normalisation has scaled: keeps them from repeating."""
    z = embedding - embedding.mean(0)
    z = z / z.std(0).clamp(min=1e-3)
    correlation = z.T @ z / (len(z) - 1)
    off = correlation - torch.diag(torch.diag(correlation))
    return off.square().mean()


def twin_losses(one, other) -> dict:
    """VICReg (arXiv:2105.04906): two views' embeddings (B, D) of the same faces are alike, and say D different things."""
    def alone(z):
        z = z - z.mean(0)
        covariance = z.T @ z / (len(z) - 1)
        off = covariance - torch.diag(torch.diag(covariance))
        return F.relu(1 - (z.var(0) + 1e-4).sqrt()).mean(), off.square().sum() / z.shape[1]

    (width, copies), (other_width, other_copies) = alone(one), alone(other)
    return {"twins": 25 * F.mse_loss(one, other), "width": 25 * (width + other_width), "copies": copies + other_copies}


def all_losses(embedding, unit, heads, targets: Batch, random, shape_share=SHAPE_SHARE,
               feature_share=FEATURE_SHARE) -> dict:
    """The weighted losses of a batch by name; `random` is a numpy generator."""
    taught, known = taught_distance(targets, shape_share, feature_share)
    count = len(unit)
    picks = [torch.from_numpy(random.integers(0, count, (count, TRIPLETS))) for _ in range(2)]
    found = {
        "labels": label_loss(heads["cls"], targets.labels, targets.has_contempt, targets.labelled),
        "shapes": 0.7 * shape_loss(heads["bs"], targets.shapes, targets.shaped),
        "relation": 4 * relation_loss(unit, taught, known),
        "triplets": 3 * triplet_loss(unit, taught, known, picks),
        "spread": SPREAD * spread_loss(embedding),
    }
    if targets.vectors is not None and "vec" in heads:
        found["vectors"] = VECTORS * F.smooth_l1_loss(heads["vec"], targets.vectors)
    if targets.person is not None:
        found["person"] = PERSON * person_loss(unit, taught, known, targets.person)
    return found
