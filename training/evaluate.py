"""Measures an embedder on pictures it was not trained on.

    python3 training/evaluate.py runs/student.pt --data ../shared/data
"""
import numpy as np
import torch


def embed(net, crops: np.ndarray, batch=256) -> np.ndarray:
    """Unit embeddings (n, 64) of crops (n, 112, 112, 3) uint8."""
    vectors = []
    net.eval()
    with torch.no_grad():
        for start in range(0, len(crops), batch):
            part = torch.from_numpy(np.ascontiguousarray(crops[start:start + batch])).float().div_(255)
            vectors.append(net(part.permute(0, 3, 1, 2))[2].numpy())
    return np.concatenate(vectors)
