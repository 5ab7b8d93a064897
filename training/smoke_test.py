"""Trains, resumes, exports and measures on a handful of drawn faces: seconds, no data.

    python3 training/smoke_test.py
"""
import importlib.util
import json
import sys
import tempfile
import unittest
from pathlib import Path
from types import SimpleNamespace

MISSING = [name for name in ("torch", "numpy", "PIL") if importlib.util.find_spec(name) is None]
if MISSING:
    sys.exit(f"training needs {', '.join(MISSING)}: sudo apt-get install python3-torch python3-numpy python3-pil")

import numpy as np
import torch

from augment import Augment
from crop import SIZE, TARGETS, CropError, align, box_average, similarity
from drawn import drawn_crop, drawn_crops
from evaluate import components_for, embed, jensen_shannon, precision_at, triplet_accuracy
from expressions import EXPRESSIONS
from export_tfjs import build, distance_quantiles, version_of
from losses import Batch, person_loss, taught_distance, twin_losses
from net import MOBILE, Net, Shape, load
from prototypes import calibrated, frontal
from style import BEND, bent, drawn
from train import Run, train

TINY = Shape(trunk=MOBILE, pairs=2)


class DrawnTargets:
    """Two kinds of drawn face, in place of targets.Targets."""

    def draw(self, count, random):
        return np.sort(random.choice(6, count, replace=False))

    def batch(self, rows, mirrored):
        labels = torch.eye(8)[torch.from_numpy(rows % 2)]
        known = torch.ones(len(rows))
        shapes = torch.from_numpy(rows).float()[:, None].repeat(1, 43) / 6
        return Batch(labels, known, known > 0, shapes, known, features=shapes[:, :5])


def new_run(folder, steps):
    torch.manual_seed(0)
    crops = drawn_crops()
    options = SimpleNamespace(out=Path(folder) / "run", freeze=0, steps=steps, batch=6, rate=1e-3, average=0.9, seed=3,
                              float32=False, stop=None, grow=[(64, 2)], gentle=0.5, bytes=False,
                              unlabelled=False)
    alpha = np.ones((6, 56, 56), bool)
    return Run(options, Net(TINY), DrawnTargets(), lambda rows: crops[rows], lambda rows: alpha[rows])


class Training(unittest.TestCase):
    def test_goes_on_after_an_interruption_as_if_there_had_been_none(self):
        with tempfile.TemporaryDirectory() as whole, tempfile.TemporaryDirectory() as parts:
            straight = new_run(whole, 6)
            train(straight)
            first = new_run(parts, 6)
            first.net.train()
            for _ in range(3):
                first.advance()
            first.store()
            second = new_run(parts, 6)
            second.resume()
            self.assertEqual(second.step, 3)
            train(second)
            for ours, theirs in zip(straight.net.parameters(), second.net.parameters()):
                self.assertTrue(torch.equal(ours, theirs))

    def test_stores_weights_that_load_to_the_same_embedding(self):
        with tempfile.TemporaryDirectory() as folder:
            run = new_run(folder, 2)
            train(run)
            again = load(Path(folder) / "run.pt")
            np.testing.assert_array_equal(embed(again, drawn_crops()), embed(run.average, drawn_crops()))


class TaughtDistance(unittest.TestCase):
    def test_knows_a_pair_by_whatever_both_faces_have(self):
        labels, one = torch.eye(8)[[0, 1, 2]], torch.tensor([1.0, 1, 0])
        taught, known = taught_distance(Batch(labels, one, one > 0, torch.zeros(3, 43), torch.zeros(3)))
        self.assertEqual((known > 0).tolist(), [[False, True, False], [True, False, False], [False, False, False]])

    def test_another_networks_features_tell_faces_apart_that_votes_do_not(self):
        labels, one = torch.eye(8)[[0, 0, 0]], torch.ones(3)
        features = torch.tensor([[0.0], [0.1], [1.0]])
        taught, _ = taught_distance(Batch(labels, one, one > 0, torch.zeros(3, 43), torch.zeros(3), features))
        self.assertLess(taught[0, 1], taught[0, 2])


class Twins(unittest.TestCase):
    """Two views of 2,000 faces, seen as four numbers."""

    seen = torch.randn(2000, 4, generator=torch.Generator().manual_seed(0))

    def test_views_that_agree_and_numbers_that_differ_cost_little(self):
        self.assertLess(sum(twin_losses(self.seen, self.seen).values()).item(), 1)

    def test_disagreement_collapse_and_repetition_cost_each(self):
        other = torch.randn(2000, 4, generator=torch.Generator().manual_seed(1))
        self.assertGreater(twin_losses(self.seen, other)["twins"].item(), 20)
        self.assertGreater(twin_losses(self.seen * 0, self.seen * 0)["width"].item(), 40)
        same = self.seen[:, :1].repeat(1, 4)
        self.assertGreater(twin_losses(same, same)["copies"].item(), 2)

    def test_train_without_labels(self):
        with tempfile.TemporaryDirectory() as folder:
            run = new_run(folder, 2)
            run.options.unlabelled = True
            self.assertEqual(set(run.advance()), {"twins", "width", "copies"})


class PersonLoss(unittest.TestCase):
    """Eight faces: four people, each once with one expression and once with another."""

    person, taught = torch.eye(4).repeat(2, 1), (torch.arange(8)[:, None] // 4 != torch.arange(8) // 4).float()
    known = 1 - torch.eye(8)

    def loss(self, *ingredients):
        unit = torch.nn.functional.normalize(torch.cat(ingredients, 1))
        return person_loss(unit, self.taught, self.known, self.person).item()

    def test_is_nothing_where_only_the_expression_counts(self):
        expression = torch.eye(2).repeat_interleave(4, 0)
        self.assertAlmostEqual(self.loss(expression), 0, delta=1e-3)

    def test_grows_with_what_is_told_of_the_person(self):
        expression = torch.eye(2).repeat_interleave(4, 0)
        random = torch.rand(8, 6, generator=torch.Generator().manual_seed(0))
        little, much = (self.loss(expression, random, share * self.person) for share in (0.3, 1.0))
        self.assertLess(little, much)
        self.assertGreater(much, 0.2)


class Augmenting(unittest.TestCase):
    def test_gentle_ones_are_only_moved_and_mirrored(self):
        crops = torch.from_numpy(drawn_crops())
        alpha = torch.ones(len(crops), 56, 56, dtype=torch.bool)
        gentle, hard = (Augment(100, 64, 5, share)(crops, alpha)[0] for share in (1.0, 0.0))
        self.assertEqual(gentle.shape, hard.shape)
        tones = [(view[0, :, 24:40, 24:40] * 1000).round().unique().numel() for view in (gentle, hard)]
        self.assertLess(tones[0], tones[1])  # no noise upon a drawing's flat tones
        self.assertGreater(gentle.min().item(), -2.01)
        self.assertLess(gentle.max().item(), 2.01)


class Drawing(unittest.TestCase):
    def test_bends_a_quarter_and_no_point_far(self):
        moved = bent(torch.zeros(400, 8, 8, 2), torch.Generator().manual_seed(0)).abs().flatten(1).max(1).values
        self.assertAlmostEqual((moved > 0).float().mean().item(), 0.25, delta=0.07)
        self.assertLess(moved.max().item(), 1.5 * BEND)

    def test_draws_a_sixth_and_leaves_the_rest_as_they_were(self):
        pictures = torch.rand(600, 3, 16, 16, generator=torch.Generator().manual_seed(0))
        after = drawn(pictures, torch.Generator().manual_seed(1))
        changed = (after != pictures).flatten(1).any(1)
        self.assertAlmostEqual(changed.float().mean().item(), 0.17, delta=0.04)
        self.assertTrue(((after >= 0) & (after <= 1)).all())


class Export(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(0)
        self.net = Net(TINY).eval()

    def test_writes_a_graph_whose_weights_fill_the_file_exactly(self):
        with tempfile.TemporaryDirectory() as folder:
            build(self.net).write(folder, {}, {"version": "v"})
            model = json.loads((Path(folder) / "model.json").read_text())
            entries = model["weightsManifest"][0]["weights"]
            width = {"float16": 2, "uint8": 1}
            sizes = [int(np.prod(e["shape"])) * width.get(e.get("quantization", {}).get("dtype"), 4) for e in entries]
            self.assertEqual(sum(sizes), (Path(folder) / "weights.bin").stat().st_size)
            names = {node["name"] for node in model["modelTopology"]["node"]}
            used = {name for node in model["modelTopology"]["node"] for name in node["input"]}
            self.assertLessEqual(used, names)

    def test_version_follows_the_weights(self):
        before = version_of("x", self.net)
        self.net.emb.weight.data[0, 0] += 1
        self.assertNotEqual(before, version_of("x", self.net))

    def test_distance_quantiles_rise_from_least_to_greatest(self):
        quantiles = distance_quantiles(embed(self.net, drawn_crops()), pairs=200)
        self.assertEqual(len(quantiles), 101)
        self.assertEqual(quantiles, sorted(quantiles))


class Crop(unittest.TestCase):
    def test_leaves_a_face_alone_that_is_in_place_already(self):
        np.testing.assert_array_equal(align(drawn_crop(2), TARGETS * SIZE), drawn_crop(2))

    def test_is_grey_outside_the_picture(self):
        moved = align(drawn_crop(2), TARGETS * SIZE - 100)
        self.assertTrue((moved[:90, :90] == 128).all())

    def test_never_mirrors(self):
        matrix = similarity((TARGETS * SIZE)[[1, 0, 2, 3]])
        self.assertGreater(np.linalg.det(matrix[:, :2]), 0)

    def test_averages_the_pixels_a_partial_block_has(self):
        image = np.arange(5, dtype=float).reshape(1, 5, 1)
        np.testing.assert_array_equal(box_average(image, 2).ravel(), [0.5, 2.5, 4])

    def test_refuses_key_points_in_one_place(self):
        with self.assertRaises(CropError):
            similarity(np.zeros((4, 2)))


class Measures(unittest.TestCase):
    def test_a_perfect_embedding_is_right_about_every_triplet(self):
        points = np.random.default_rng(0).normal(size=(30, 2))
        judge = lambda i, j: np.linalg.norm(points[i] - points[j], axis=1)
        self.assertEqual(triplet_accuracy(points, judge, 30, triples=500), 1)

    def test_jensen_shannon_is_1_between_certainties_that_differ(self):
        self.assertAlmostEqual(float(jensen_shannon(np.array([1.0, 0]), np.array([0, 1.0]))), 1, places=5)

    def test_precision_counts_neighbours_of_the_same_label(self):
        vectors = np.array([[1, 0], [1, 0.01], [0, 1], [0.01, 1]])
        self.assertEqual(precision_at(vectors, np.array([0, 0, 1, 1]), k=1), 1)

    def test_components_count_directions(self):
        self.assertEqual(components_for(np.random.default_rng(0).normal(size=(500, 3)) * [10, 1, 0.1]), 1)


class Prototypes(unittest.TestCase):
    def test_expressions_have_names_of_their_own(self):
        names = [expression.name for expression in EXPRESSIONS]
        self.assertEqual(len(names), len(set(names)))
        self.assertGreaterEqual(len(names), 100)

    def test_a_turned_head_is_not_frontal(self):
        straight = np.array([[[30, 40], [70, 40], [50, 60], [50, 80]]])
        turned = np.array([[[30, 40], [70, 40], [66, 60], [55, 80]]])
        self.assertEqual(frontal(np.concatenate([straight, turned])).tolist(), [True, False])

    def test_the_temperature_is_low_where_the_names_are_right(self):
        means = np.random.default_rng(0).normal(size=(len(EXPRESSIONS), 64))
        means /= np.linalg.norm(means, axis=1, keepdims=True)
        places = [i for i, e in enumerate(EXPRESSIONS) if e.label == "anger"]
        votes = np.zeros((len(places), 8))
        votes[:, 4] = 1
        entries = [{"mean": mean.tolist()} for mean in means]
        self.assertLess(calibrated(entries, means[places], votes), 0.1)


if __name__ == "__main__":
    here = str(Path(__file__).resolve().parent)
    unittest.main(module=None, argv=["smoke_test.py", "discover", "-s", here, "-p", "*_test.py"])
