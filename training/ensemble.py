"""Several networks of ours as one teacher: what they read off a training face, from stored features of their trunks.

A student learns from their mean: where a picture's own label is wrong or silent, several networks that were trained
apart are right more often than any of them alone.
"""
import numpy as np
import torch

from export_tfjs import version_of

CONTEMPT = 7


def pooled_features(net, faces, rows, batch=256, name=None) -> np.ndarray:
    """(all faces, C) of which those of `rows` are filled, from the cache if this very network has been here before.

    `name` is the cache's for a network whose weights say nothing of whether it is the same.
    """
    path = faces.cache / f"pooled.{name or version_of('trunk', net)[-8:]}.npy"
    if not path.is_file():
        found = np.zeros((len(faces.ids), net.emb.in_features), np.float32)
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            for start in range(0, len(rows), batch):
                part = rows[start:start + batch]
                crops = torch.from_numpy(np.array(faces.crops(part))).permute(0, 3, 1, 2).float() / 255
                seen = net.see(crops).contiguous(memory_format=torch.channels_last)
                found[part] = net.f(seen).float().mean((2, 3)).numpy()
                if start % (40 * batch) == 0:
                    print(f"features: {start} of {len(rows)}", flush=True)
        np.save(path, found)
    return np.load(path, mmap_mode="r")


class Ensemble:
    """What `nets` say of the faces in `rows`, in that order.

    `labels` (n, 8) is the mean of their distributions, without contempt where `has_contempt` (n,) is false; `shapes`
    (n, 43) of their blendshapes; `embeddings` (n, 64 × nets) holds their unit embeddings side by side.
    """

    def __init__(self, nets, faces, rows, has_contempt):
        every = [self._read(net, faces, rows, has_contempt) for net in nets]
        labels, shapes, embeddings = zip(*every)
        self.labels, self.shapes = np.mean(labels, 0), np.mean(shapes, 0)
        self.embeddings = np.concatenate(embeddings, 1) / len(nets) ** 0.5

    @staticmethod
    def _read(net, faces, rows, has_contempt):
        pooled = torch.from_numpy(np.array(pooled_features(net, faces, rows)[rows]))
        with torch.no_grad():
            embedding, unit = net.project(pooled)
            logits = net.h["cls"](embedding)
            logits[~torch.from_numpy(has_contempt), CONTEMPT] = -torch.inf
            return logits.softmax(1).numpy(), net.h["bs"](embedding).numpy(), unit.numpy()
