"""What is known of each training face: votes or a label, blendshapes, and how often it should be drawn."""
import numpy as np
import torch

from data import Faces
from ensemble import Ensemble
from evaluate import votes_of
from faceapi import features_of
from faceres import people_of
from losses import Batch
from teachers import all_blendshapes

TRUST = 0.5  # in what other networks of ours say of a face, against its own label, unless said
SMOOTHING = 0.1  # of single labels: the sets' own labels are right about nine times in ten
TOO_UNSURE = 5  # votes of "unknown" or "no face", of ten: such a picture is left out


class Targets:
    """The training faces of `faces` and their targets, drawn in batches."""

    def __init__(self, faces: Faces, teachers=(), with_features=False, with_people=False, trust=TRUST):
        rows = faces.rows(split="train")
        self.rows = rows[faces.votes[rows, 8:].sum(1) < TOO_UNSURE]
        self.place = np.full(len(faces.ids), -1)
        self.place[self.rows] = np.arange(len(self.rows))
        self._labels(faces)
        self.odds = self._odds(faces)
        ensemble = Ensemble(teachers, faces, self.rows, self.voted) if teachers else None
        self._shapes(faces, ensemble)
        self.features = features_of(faces, self.rows) if with_features else None
        self.vectors = None
        self.people = people_of(faces, self.rows) if with_people else None
        if ensemble is not None:
            self._listen(ensemble, trust)

    def _labels(self, faces):
        votes = votes_of(faces, self.rows)
        self.voted = votes.sum(1) > 0
        own = faces.label[self.rows]
        single = ~self.voted & (own >= 0)
        votes[single] = SMOOTHING / 7
        votes[single, 7] = 0
        votes[single, own[single]] += 1 - SMOOTHING
        self.labels, self.labelled = votes.astype(np.float32), (self.voted | single).astype(np.float32)

    def _listen(self, ensemble, trusted):
        """The ensemble's word counts beside a face's own label, alone where there is none, and in the distances."""
        trust = np.where(self.labelled > 0, trusted, 1)[:, None].astype(np.float32)
        self.labels = (1 - trust) * self.labels + trust * ensemble.labels
        self.labelled = np.ones_like(self.labelled)
        known = [ensemble.embeddings] if self.features is None else [self.features, ensemble.embeddings]
        self.features = np.concatenate(known, 1)
        vectors = ensemble.embeddings - ensemble.embeddings.mean(0)
        self.vectors = (vectors / (vectors.std(0) + 1e-6)).clip(-4, 4).astype(np.float32)

    def _shapes(self, faces, ensemble):
        names = faces.blendshape_names()
        # gaze is not expression, and "_neutral" is what the others leave
        keep = [i for i, name in enumerate(names) if name != "_neutral" and not name.startswith("eyeLook")]
        shapes = np.sqrt(all_blendshapes(faces, self.rows)[:, keep])
        self.shaped = (~np.isnan(shapes[:, 0])).astype(np.float32)
        known = shapes[self.shaped > 0]
        shapes = (shapes - known.mean(0)) / (known.std(0) + 1e-3)
        if ensemble is not None:
            missing = self.shaped == 0
            shapes[missing] = ensemble.shapes[missing]
            self.shaped = np.ones_like(self.shaped)
        self.shapes = np.nan_to_num(shapes).clip(-4, 4).astype(np.float32)
        kept = [names[i] for i in keep]
        self.mirror = [kept.index(other_side(name)) if other_side(name) in kept else i for i, name in enumerate(kept)]

    def _odds(self, faces):
        """A face of a rare kind is drawn more often: ∝ 1/√(how many share its source and label)."""
        kinds = [f"{faces.source[row]}/{label}" for row, label in zip(self.rows, self.labels.argmax(1))]
        _, kind, counts = np.unique(kinds, return_inverse=True, return_counts=True)
        odds = counts[kind] ** -0.5
        return odds / odds.sum()

    def draw(self, count, random):
        return np.sort(random.choice(self.rows, count, replace=False, p=self.odds))

    def batch(self, rows, mirrored) -> Batch:
        at = self.place[rows]
        shapes = torch.from_numpy(self.shapes[at])
        return Batch(
            labels=torch.from_numpy(self.labels[at]), labelled=torch.from_numpy(self.labelled[at]),
            has_contempt=torch.from_numpy(self.voted[at]),
            shapes=torch.where(mirrored[:, None], shapes[:, self.mirror], shapes),
            shaped=torch.from_numpy(self.shaped[at]),
            features=None if self.features is None else torch.from_numpy(self.features[at]),
            vectors=None if self.vectors is None else torch.from_numpy(self.vectors[at]),
            person=None if self.people is None else torch.from_numpy(self.people[at]))


def other_side(name):
    """eyeBlinkLeft ↔ eyeBlinkRight; what has no side stays."""
    if name.endswith("Left"):
        return f"{name[:-4]}Right"
    return f"{name[:-5]}Left" if name.endswith("Right") else name
