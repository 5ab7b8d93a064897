"""Networks made from others: with another head, shorter, in bytes. Run by smoke_test.py."""
import tempfile
import unittest
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import torch

from drawn import drawn_crops
from evaluate import Together, embed
from export_tfjs import build
from faceres import fill
from graph import step_of
from losses import Batch, all_losses
from mobile import mobile_trunk
from net import MOBILE, Net, Shape, load, save
from quantise import InBytes, fold, as_shipped, normalised, rounded
from refit import whiten
from shorten import shorten
from smoke_test import TINY, new_run
from train import Run, train, with_head

RESIDUAL = Shape(channels=(8, 8, 8, 8), blocks=(1, 1, 1, 1))


class Heads(unittest.TestCase):
    def test_one_more_leaves_what_the_network_says(self):
        torch.manual_seed(0)
        net = Net(TINY).eval()
        more = with_head(with_head(net, "vec", 5), "vec", 7).eval()
        np.testing.assert_array_equal(embed(more, drawn_crops()), embed(net, drawn_crops()))
        self.assertEqual({name: head.out_features for name, head in more.h.items()}, {"cls": 8, "bs": 43, "vec": 7})

    def test_one_that_says_the_teachers_vectors_is_taught_them(self):
        torch.manual_seed(0)
        embedding, known = torch.randn(6, 64), torch.ones(6)
        told = Batch(torch.eye(8)[:6], known, known > 0, torch.zeros(6, 43), known, vectors=torch.ones(6, 4))
        heads = {"cls": torch.zeros(6, 8), "bs": torch.zeros(6, 43), "vec": torch.ones(6, 4)}

        def taught(vec):
            unit = torch.nn.functional.normalize(embedding)
            return all_losses(embedding, unit, {**heads, "vec": vec}, told, np.random.default_rng(0))["vectors"].item()

        self.assertEqual(taught(torch.ones(6, 4)), 0)
        self.assertGreater(taught(torch.zeros(6, 4)), 0.1)


class Several(unittest.TestCase):
    def test_put_faces_as_far_apart_as_they_do_on_average_and_mean_what_they_say(self):
        torch.manual_seed(0)
        nets = [Net(TINY).eval(), Net(RESIDUAL).eval()]
        crops = drawn_crops()

        def squared(vectors):
            return np.square(vectors[:, None] - vectors[None]).sum(2)

        both = squared(embed(Together(nets), crops))
        np.testing.assert_allclose(both, np.mean([squared(embed(net, crops)) for net in nets], 0), atol=1e-5)
        seen = torch.rand(2, 3, 112, 112)
        with torch.no_grad():
            together = Together(nets)
            said = together.h["cls"](together(seen)[1])
            alone = [net.h["cls"](net(seen)[1]).softmax(1) for net in nets]
        self.assertTrue(torch.allclose(said, (alone[0] + alone[1]) / 2))


class Whitening(unittest.TestCase):
    def test_evens_out_the_directions_and_leaves_what_the_heads_say(self):
        torch.manual_seed(0)
        net, pooled = Net(RESIDUAL).eval(), torch.rand(400, 8)
        pooled[:, 0] *= 9
        before = net.project(pooled)[0]
        said = net.h["cls"](before)
        after = whiten(net, pooled, 0.5).project(pooled)[0]
        self.assertTrue(torch.allclose(net.h["cls"](after), said, atol=1e-3))
        first, second = (np.linalg.eigvalsh(np.cov(x.detach().numpy().T))[::-1] for x in (before, after))
        self.assertAlmostEqual(second[0] / second[2], (first[0] / first[2]) ** 0.5, delta=0.1 * second[0] / second[2])


class Teacher(unittest.TestCase):
    """MobileNet with another's weights, in which each unit's scale and shift are already folded."""

    def parts(self):
        random = torch.Generator().manual_seed(0)
        trunk = mobile_trunk()
        kernels = [torch.randn(unit.conv.weight.shape, generator=random) for unit in trunk]
        # each answer about as large as what was seen, or 27 units leave nothing of it
        kernels = [kernel * (2 / kernel[0].numel()) ** 0.5 for kernel in kernels]
        folded = [torch.rand(2, len(kernel), generator=random) for kernel in kernels]
        return trunk, [(kernel, scale + 0.5, shift) for kernel, (scale, shift) in zip(kernels, folded)]

    def test_gives_what_the_weights_it_was_filled_with_give(self):
        trunk, parts = self.parts()
        x = torch.rand(2, 3, 64, 64, generator=torch.Generator().manual_seed(1))
        filled, expected = fill(trunk, parts, x), x
        for index, (kernel, scale, shift) in enumerate(parts):
            halves = index in (0, 3, 7, 11, 23)
            edges = (0, 0, 0, 0) if kernel.shape[-1] == 1 else (0, 1, 0, 1) if halves else (1, 1, 1, 1)
            expected = torch.nn.functional.pad(expected, edges)
            groups = expected.shape[1] // kernel.shape[1]
            expected = torch.nn.functional.conv2d(expected, kernel, None, 2 if halves else 1, groups=groups)
            expected = (expected * scale.view(-1, 1, 1) + shift.view(-1, 1, 1)).clamp(0, 6)
        self.assertEqual(tuple(filled.shape), (2, 1024, 2, 2))
        self.assertGreater(expected.std().item(), 0.01)
        self.assertTrue(torch.allclose(filled, expected, atol=1e-3))
        with torch.no_grad():
            self.assertTrue(torch.allclose(trunk(x), expected, atol=1e-3))

    def test_shortened_sees_what_its_first_pairs_saw(self):
        net, x = Net(Shape(trunk=MOBILE, size=64)).eval(), torch.rand(2, 3, 64, 64)
        short = shorten(net, 12).eval()
        with torch.no_grad():
            self.assertTrue(torch.equal(short.f(x), net.f[:25](x)))
        self.assertEqual(short.emb.in_features, 1024)
        with self.assertRaisesRegex(ValueError, "12 pairs cannot be shortened to 13"):
            shorten(short, 13)
        with self.assertRaisesRegex(ValueError, "residual trunk"):
            shorten(Net(RESIDUAL), 3)

    def test_learns_in_bfloat16(self):
        trunk, x = mobile_trunk(2), torch.rand(2, 3, 32, 32).contiguous(memory_format=torch.channels_last)
        with torch.autocast("cpu", torch.bfloat16):
            seen = trunk.to(memory_format=torch.channels_last)(x)
        seen.float().mean().backward()
        self.assertGreater(trunk[0].conv.weight.grad.abs().max().item(), 0)

    def test_its_graph_pads_as_it_does_itself(self):
        nodes = {node["name"]: node for node in build(Net(Shape(trunk=MOBILE, size=32, pairs=2)).eval()).nodes}
        self.assertEqual(nodes["unit0"]["op"], "_FusedConv2D")
        for name, before, after in (("unit0", 0, 1), ("unit1", 1, 1), ("unit3", 0, 1)):
            padding = [0, 0, before, after, before, after, 0, 0]
            self.assertEqual(nodes[name]["attr"]["explicit_paddings"]["list"]["i"], list(map(str, padding)))
        self.assertEqual({nodes[name]["op"] for name in ("unit1", "unit3")}, {"FusedDepthwiseConv2dNative"})
        self.assertIn("unit4", nodes)
        self.assertNotIn("unit5", nodes)

    def test_a_residual_one_does_not_ship(self):
        with self.assertRaisesRegex(ValueError, "teach a mobile one with it"):
            build(Net(RESIDUAL).eval())

    def test_is_stored_and_read_as_any_network_of_ours(self):
        with tempfile.TemporaryDirectory() as folder:
            net = Net(Shape(trunk=MOBILE, size=32)).eval()
            save(net, Path(folder) / "teacher.pt")
            again = load(Path(folder) / "teacher.pt")
            np.testing.assert_array_equal(embed(again, drawn_crops()), embed(net, drawn_crops()))


class Bytes(unittest.TestCase):
    LARGE = Shape(trunk=MOBILE, pairs=5)  # the kernels of the last two have 32,768 and 65,536 weights

    def net(self):
        torch.manual_seed(0)
        net = Net(self.LARGE)
        net(torch.from_numpy(drawn_crops()).permute(0, 3, 1, 2).float() / 255)
        return net.eval()

    def test_a_rounded_kernel_has_few_values_and_is_near(self):
        kernel = torch.randn(64, 64, 3, 3, generator=torch.Generator().manual_seed(0))
        few = rounded(kernel)
        self.assertLessEqual(few.unique().numel(), 255)
        self.assertLessEqual((few - kernel).abs().max().item(), 0.51 * kernel.abs().max().item() / 127)
        self.assertTrue(torch.allclose(rounded(few), few))

    def test_folding_computes_the_same(self):
        crops = drawn_crops()
        np.testing.assert_allclose(embed(fold(self.net()), crops), embed(self.net(), crops), atol=1e-5)

    def test_training_moves_what_is_not_rounded_and_stores_what_is(self):
        with tempfile.TemporaryDirectory() as folder:
            run = new_run(folder, 2)
            run = Run(SimpleNamespace(**{**vars(run.options), "bytes": True}), fold(self.net()), run.targets,
                      run.crops, run.alpha)
            before = [kernel.detach().clone() for kernel in InBytes(run.net).kernels]
            scales = [norm.weight.detach().clone() for _, norm in normalised(run.net)]
            train(run)
            self.assertEqual(len(before), 2)
            for kernel, was in zip(InBytes(run.net).kernels, before):
                self.assertFalse(torch.equal(kernel, was))
                self.assertFalse(torch.allclose(kernel, rounded(kernel), atol=1e-7))
            for (_, norm), scale in zip(normalised(run.net), scales):
                self.assertTrue(torch.equal(norm.weight, scale))
            stored = load(Path(folder) / "run.pt")
            for kernel in InBytes(stored).kernels:
                self.assertIsNotNone(step_of(kernel.detach().numpy()))
            in_graph = [name for name, _, step in build(stored).weights if step is not None]
            self.assertEqual(in_graph, ["unit8/kernel", "unit10/kernel"])

    def test_one_that_was_not_trained_so_ships_rounded_and_is_near(self):
        crops, net = drawn_crops(), self.net()
        with self.assertRaisesRegex(ValueError, "unit8 is not rounded"):
            build(net)
        before = embed(net, crops)
        build(as_shipped(net))
        alike = (embed(net, crops) * before).sum(1)
        self.assertGreater(alike.min(), 0.99)
        again = {name: value.clone() for name, value in net.state_dict().items()}
        for name, value in as_shipped(net).state_dict().items():
            self.assertTrue(torch.allclose(value, again[name], atol=1e-7), name)
