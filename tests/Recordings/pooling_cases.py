"""Cases of poolings whose number of windows is rounded up."""

from itertools import product


def record(file):
    _lines(file)
    _planes(file)
    _refused(file)


def _lines(file):
    for length, attrs in product(
            (4, 5, 6, 7),
            ({"kernel": 2}, {"kernel": 3, "stride": 2}, {"kernel": 3, "stride": 2, "padding": 1}, {"kernel": 4, "stride": 3, "padding": 2}, {"kernel": 2, "stride": 3, "padding": 1})):
        for op, more in (("max_pool1d", {}), ("avg_pool1d", {}), ("avg_pool1d", {"count_include_pad": False})):
            file.add(op, {"x": file.uniform([1, 2, length])}, {**attrs, **more, "ceil_mode": True})
    file.add("max_pool1d", {"x": file.uniform([2, 2, 8])}, {"kernel": 2, "stride": 2, "dilation": 3, "ceil_mode": True})
    file.add("max_pool1d", {"x": file.values([[[1.0, 1.0, 2.0, 2.0, 2.0]]])}, {"kernel": 3, "stride": 2, "padding": 1, "ceil_mode": True}, ["ties"])
    for op in ("max_pool1d", "avg_pool1d"):
        file.add(op, {"x": file.uniform([1, 1, 2])}, {"kernel": 3, "stride": 2, "ceil_mode": True})
        file.add(op, {"x": file.uniform([0, 2, 5])}, {"kernel": 2, "ceil_mode": True})
        file.add(op, {"x": file.uniform([3, 5])}, {"kernel": 1, "stride": 3, "ceil_mode": True})


def _planes(file):
    nan, inf = float("nan"), float("inf")
    for attrs in (
            {"kernel": [2, 2]}, {"kernel": [3, 2], "stride": [2, 3]}, {"kernel": [3, 3], "stride": [2, 2], "padding": [1, 1]}, {"kernel": [4, 3], "stride": [3, 2], "padding": [2, 0]},
            {"kernel": [2, 2], "stride": [3, 3], "padding": [1, 1]}):
        for op, more in (("max_pool2d", {}), ("avg_pool2d", {}), ("avg_pool2d", {"count_include_pad": False})):
            file.add(op, {"x": file.uniform([1, 2, 5, 6])}, {**attrs, **more, "ceil_mode": True})
            file.add(op, {"x": file.uniform([2, 7, 4])}, {**attrs, **more, "ceil_mode": True})
    file.add("max_pool2d", {"x": file.uniform([1, 2, 6, 7])}, {"kernel": [2, 3], "stride": [3, 2], "dilation": [3, 1], "ceil_mode": True})
    for op in ("max_pool2d", "avg_pool2d"):
        file.add(op, {"x": file.uniform([1, 1, 3, 5])}, {"kernel": [2, 2], "ceil_mode": False})
        file.add(op, {"x": file.values([[[[1.0, 2.0, nan], [3.0, 2.0, 1.0], [inf, 1.0, -inf]]]])}, {"kernel": [2, 2], "ceil_mode": True}, ["edge"])


def _refused(file):
    for op in ("max_pool2d", "avg_pool2d"):
        refused = lambda kind, shape, **attrs: file.refused(op, {"x": file.uniform(shape)}, kind, {**attrs, "ceil_mode": True})
        refused("kernel_too_large", [1, 2, 2, 4], kernel=[4, 2], stride=[2, 2])
        refused("kernel_too_large", [1, 2, 4, 2], kernel=[2, 5], stride=[2, 3])
        refused("invalid_argument", [1, 2, 3, 3], kernel=[2, 2], padding=[1, 2])
