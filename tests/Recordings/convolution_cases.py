"""Cases of convolutions and of pooling."""


def record(file):
    _convolutions(file)
    _transposed(file)
    _poolings(file)
    _refused(file)


def _add(file, op, x, weight, bias=None, **attrs):
    inputs = {"x": file.uniform(x), "w": file.uniform(weight)}
    if bias is not None:
        inputs["b"] = file.uniform([bias])
    file.add(op, inputs, attrs or None)


def _strided(file, op, inputs, attrs, dims):
    """The operation on a transposed first input."""
    transpose = {"op": "transpose", "in": ["x"], "attrs": {"dim0": dims[0], "dim1": dims[1]}, "out": ["v"]}
    file.program(op, inputs, [transpose, {"op": op, "in": ["v", *list(inputs)[1:]], **({"attrs": attrs} if attrs else {}), "out": ["r"]}], ["r"], ["strided"])


def _convolutions(file):
    for x, weight, bias, attrs in (
            ([1, 1, 4], [1, 1, 2], None, {}), ([2, 3, 5], [4, 3, 3], 4, {}), ([2, 2, 7], [3, 2, 3], 3, {"stride": 2}), ([2, 2, 5], [3, 2, 3], 3, {"padding": 2}),
            ([1, 2, 8], [2, 2, 3], None, {"dilation": 2}), ([2, 4, 6], [6, 2, 2], 6, {"groups": 2}), ([1, 3, 5], [3, 1, 3], 3, {"groups": 3, "padding": 1}),
            ([2, 4], [3, 2, 2], 3, {}), ([0, 2, 4], [3, 2, 2], 3, {}), ([1, 2, 1], [2, 2, 1], 2, {}), ([1, 4, 9], [4, 2, 3], 4, {"stride": 3, "padding": 1, "dilation": 2, "groups": 2})):
        _add(file, "conv1d", x, weight, bias, **attrs)
    for x, weight, bias, attrs in (
            ([1, 1, 3, 3], [1, 1, 2, 2], None, {}), ([2, 3, 5, 4], [4, 3, 3, 2], 4, {}), ([2, 2, 7, 6], [3, 2, 3, 3], 3, {"stride": [2, 2]}), ([1, 2, 5, 6], [2, 2, 2, 3], 2, {"stride": [1, 3]}),
            ([2, 2, 4, 4], [2, 2, 3, 3], 2, {"padding": [1, 1]}), ([1, 1, 3, 2], [2, 1, 2, 2], None, {"padding": [0, 2]}), ([1, 2, 6, 7], [2, 2, 2, 3], 2, {"dilation": [2, 2]}),
            ([1, 1, 5, 5], [1, 1, 3, 3], 1, {"dilation": [1, 2]}), ([2, 4, 4, 4], [6, 2, 2, 2], 6, {"groups": 2}), ([2, 3, 4, 4], [3, 1, 3, 3], 3, {"groups": 3, "padding": [1, 1]}),
            ([2, 2, 6, 5], [4, 1, 2, 3], None, {"stride": [2, 1], "padding": [1, 2], "dilation": [2, 1], "groups": 2}), ([2, 3, 3, 3], [4, 3, 1, 1], 4, {}), ([2, 3, 3, 3], [2, 3, 1, 1], None, {"stride": [2, 2]}),
            ([2, 3, 3], [2, 2, 2, 2], 2, {}), ([0, 2, 3, 3], [2, 2, 2, 2], 2, {}), ([1, 2, 1, 1], [2, 2, 1, 1], 2, {"padding": [1, 1]}), ([1, 1, 2, 2], [1, 1, 2, 2], 1, {"padding": [3, 3]})):
        _add(file, "conv2d", x, weight, bias, **attrs)
    _strided(file, "conv1d", {"x": file.uniform([2, 5, 3]), "w": file.uniform([2, 3, 2])}, {"padding": 1}, (1, 2))
    _strided(file, "conv2d", {"x": file.uniform([2, 4, 3, 2]), "w": file.uniform([3, 2, 2, 2]), "b": file.uniform([3])}, {"stride": [2, 1]}, (1, 3))


def _transposed(file):
    for x, weight, bias, attrs in (
            ([1, 1, 3], [1, 1, 2], None, {}), ([2, 3, 4], [3, 2, 3], 2, {}), ([2, 2, 3], [2, 3, 3], 3, {"stride": 2}), ([2, 2, 4], [2, 1, 3], 1, {"padding": 1}), ([1, 2, 3], [2, 2, 2], None, {"dilation": 2}),
            ([2, 4, 3], [4, 3, 2], 6, {"groups": 2}), ([1, 2, 3], [2, 2, 3], 2, {"stride": 3, "padding": 1, "output_padding": 2}), ([2, 3], [2, 1, 2], 1, {}), ([1, 1, 1], [1, 1, 1], None, {})):
        _add(file, "conv_transpose1d", x, weight, bias, **attrs)
    for x, weight, bias, attrs in (
            ([1, 1, 2, 2], [1, 1, 2, 2], None, {}), ([2, 3, 3, 2], [3, 2, 2, 3], 2, {}), ([1, 2, 3, 3], [2, 2, 3, 3], 2, {"stride": [2, 2], "padding": [1, 1], "output_padding": [1, 1]}),
            ([1, 2, 2, 3], [2, 1, 2, 2], 1, {"stride": [1, 3], "output_padding": [0, 2]}), ([1, 2, 3, 3], [2, 2, 2, 2], None, {"dilation": [2, 1]}), ([2, 4, 2, 2], [4, 1, 2, 2], 2, {"groups": 2}),
            ([2, 2, 3], [2, 3, 2, 2], 3, {}), ([2, 2, 2, 2], [2, 3, 1, 1], 3, {})):
        _add(file, "conv_transpose2d", x, weight, bias, **attrs)
    _strided(file, "conv_transpose2d", {"x": file.uniform([1, 3, 2, 2]), "w": file.uniform([2, 2, 2, 2])}, None, (1, 3))


def _poolings(file):
    nan, inf = float("nan"), float("inf")
    for shape, attrs in (
            ([2, 3, 6], {"kernel": 2}), ([1, 2, 7], {"kernel": 3, "stride": 2}), ([1, 2, 5], {"kernel": 3, "stride": 1, "padding": 1}), ([2, 4], {"kernel": 4}), ([1, 1, 5], {"kernel": 2, "padding": 1}),
            ([0, 2, 4], {"kernel": 2}), ([1, 1, 1], {"kernel": 1})):
        for op in ("max_pool1d", "avg_pool1d"):
            file.add(op, {"x": file.uniform(shape)}, attrs)
    for shape, attrs in (
            ([2, 3, 4, 6], {"kernel": [2, 2]}), ([1, 2, 5, 7], {"kernel": [3, 2], "stride": [2, 1]}), ([1, 2, 5, 4], {"kernel": [3, 3], "stride": [1, 2], "padding": [1, 1]}), ([2, 3, 3], {"kernel": [2, 3]}),
            ([1, 1, 5, 5], {"kernel": [2, 2], "padding": [1, 0]}), ([0, 2, 4, 4], {"kernel": [2, 2]}), ([1, 2, 3, 3], {"kernel": [1, 1], "stride": [2, 2]})):
        for op in ("max_pool2d", "avg_pool2d"):
            file.add(op, {"x": file.uniform(shape)}, attrs)
    file.add("max_pool1d", {"x": file.uniform([2, 2, 7])}, {"kernel": 3, "stride": 1, "dilation": 2})
    file.add("max_pool2d", {"x": file.uniform([1, 2, 6, 5])}, {"kernel": [2, 3], "stride": [2, 1], "padding": [1, 1], "dilation": [3, 1]})
    for attrs in ({"kernel": [2, 2], "padding": [1, 1]}, {"kernel": [3, 2], "stride": [2, 1], "padding": [1, 0]}):
        file.add("avg_pool2d", {"x": file.uniform([1, 2, 4, 5])}, {**attrs, "count_include_pad": False})
    file.add("avg_pool1d", {"x": file.uniform([1, 2, 4])}, {"kernel": 3, "stride": 1, "padding": 1, "count_include_pad": False})
    file.add("max_pool2d", {"x": file.values([[[[1.0, 1.0, 2.0], [1.0, 1.0, 2.0], [0.0, 0.0, 2.0]]]])}, {"kernel": [2, 2], "stride": [1, 1]}, ["ties"])
    file.add("max_pool1d", {"x": file.values([[[1.0, 1.0, 1.0, 1.0]]])}, {"kernel": 3, "stride": 1, "padding": 1}, ["ties"])
    file.add("max_pool2d", {"x": file.values([[[[1.0, nan], [3.0, 2.0]], [[-inf, -inf], [-inf, -inf]], [[inf, nan], [nan, 1.0]]]])}, {"kernel": [2, 2]}, ["edge"])
    file.add("avg_pool2d", {"x": file.values([[[[1.0, nan, 3.0, 2.0]], [[inf, -inf, inf, 1.0]]]])}, {"kernel": [1, 2]}, ["edge"])
    for op in ("max_pool2d", "avg_pool2d"):
        _strided(file, op, {"x": file.uniform([1, 4, 3, 2])}, {"kernel": [2, 1]}, (1, 3))
    for op in ("max_pool1d", "avg_pool1d"):
        _strided(file, op, {"x": file.uniform([2, 5, 3])}, {"kernel": 2}, (1, 2))


def _refused(file):
    def refused(op, kind, x, weight, bias=None, **attrs):
        inputs = {"x": file.uniform(x), "w": file.uniform(weight)}
        if bias is not None:
            inputs["b"] = file.uniform([bias])
        file.refused(op, inputs, kind, attrs or None)

    for op in ("conv1d", "conv2d"):
        plane = [3] if op == "conv1d" else [3, 3]
        one = [1] * len(plane)
        refused(op, "channel_mismatch", [1, 3, *plane], [2, 2, *one])
        refused(op, "channel_mismatch", [1, 3, *plane], [2, 1, *one], groups=2)
        refused(op, "channel_mismatch", [1, 2, *plane], [3, 1, *one], groups=2)
        refused(op, "kernel_too_large", [1, 2, *plane], [3, 2, *[size + 1 for size in plane]])
        refused(op, "size_mismatch", [1, 2, *plane], [3, 2, *one], 2)
        refused(op, "invalid_argument", [1, 2, *plane], [3, 2, *one], stride=0)
        refused(op, "invalid_argument", [1, 2, *plane], [3, 2, *one], padding=-1)
        refused(op, "rank_mismatch", plane, [3, 2, *one])
    refused("conv_transpose1d", "invalid_argument", [1, 2, 3], [2, 2, 2], output_padding=1)
    refused("conv_transpose1d", "channel_mismatch", [1, 2, 3], [3, 2, 2])
    refused("conv_transpose1d", "invalid_argument", [1, 2, 2], [2, 1, 1], padding=1)
    refused("conv_transpose2d", "channel_mismatch", [1, 3, 2, 2], [3, 1, 1, 1], groups=2)
    refused("conv_transpose2d", "invalid_argument", [1, 2, 2, 2], [2, 1, 1, 1], output_padding=[0, 1])
    for op in ("max_pool2d", "avg_pool2d"):
        pooled = lambda kind, shape, **attrs: file.refused(op, {"x": file.uniform(shape)}, kind, attrs)
        pooled("kernel_too_large", [1, 2, 3, 3], kernel=[4, 2])
        pooled("invalid_argument", [1, 2, 3, 3], kernel=[2, 2], padding=[1, 2])
        pooled("invalid_argument", [1, 2, 3, 3], kernel=[2, 2], stride=[0, 1])
        pooled("invalid_argument", [1, 2, 3, 3], kernel=[1, 2, 3])
        pooled("rank_mismatch", [3], kernel=[1, 1])
