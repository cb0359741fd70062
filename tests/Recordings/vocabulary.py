"""The operations of the case files: name -> function of (arguments, attributes), in PyTorch."""

import math

import torch
import torch.nn.functional as F

DTYPES = {"float32": torch.float32, "float64": torch.float64, "int32": torch.int32, "int64": torch.int64, "bool": torch.bool}


def _binary(function):
    """Two tensors, or one tensor and the attribute `other`, which `reverse` puts on the left."""
    def run(args, attrs):
        if len(args) == 2:
            return function(args[0], args[1])
        other = attrs["other"]
        if attrs.get("reverse"):
            return function(torch.tensor(other, dtype=args[0].dtype), args[0])
        return function(args[0], other)
    return run


def _div(args, attrs):
    right = args[1] if len(args) == 2 else attrs["other"]
    return torch.div(args[0], right, rounding_mode=attrs.get("rounding"))


def _function(function):
    return lambda args, attrs: function(*args)


def _unary(function):
    return lambda args, attrs: function(args[0])


def _reduction(function):
    def run(args, attrs):
        dim = attrs.get("dim")
        if dim is None:
            return function(args[0])
        return function(args[0], dim, keepdim=attrs.get("keepdim", False))
    return run


def _position(function):
    return lambda args, attrs: function(args[0], dim=attrs.get("dim"), keepdim=attrs.get("keepdim", False))


def _deviation(function):
    def run(args, attrs):
        # PyTorch 1.13 takes a correction only together with dimensions, and has no right gradient for an empty list of them.
        correction = attrs.get("correction", 1)
        if "dim" not in attrs and correction in (0, 1):
            return function(args[0], unbiased=bool(correction))
        return function(args[0], attrs.get("dim", list(range(args[0].dim()))), correction=correction, keepdim=attrs.get("keepdim", False))
    return run


def _extreme(function):
    """One result over everything; along a dimension the values and their indices."""
    def run(args, attrs):
        return function(args[0], attrs["dim"], attrs.get("keepdim", False)) if "dim" in attrs else function(args[0])
    return run


def _index(args, attrs):
    key = tuple(
        entry if isinstance(entry, int) else slice(entry.get("start"), entry.get("stop"), entry.get("step"))
        for entry in attrs["index"])
    return args[0][key]


def _pad(args, attrs):
    # PyTorch counts from the last dimension, and pads in other ways only where no more is given than it takes.
    pads, mode = list(attrs["pads"]), attrs.get("mode", "constant")
    flat = [amount for pair in reversed(pads) for amount in pair]
    if mode == "constant":
        return F.pad(args[0], flat, value=attrs.get("value", 0))
    rank = args[0].dim()
    taken = 1 if rank == 2 or all(pair == [0, 0] for pair in pads[:-1]) and rank < 4 else 2
    return F.pad(args[0], flat[:2 * taken], mode=mode)


MOVEMENTS = {
    "view": lambda args, attrs: args[0].view(attrs["shape"]),
    "contiguous": lambda args, attrs: args[0].contiguous(),
    "clone": lambda args, attrs: args[0].clone(),
    "flatten": lambda args, attrs: torch.flatten(args[0], attrs.get("start", 0), attrs.get("end", -1)),
    "squeeze": lambda args, attrs: args[0].squeeze(attrs["dim"]) if "dim" in attrs else args[0].squeeze(),
    "unsqueeze": lambda args, attrs: args[0].unsqueeze(attrs["dim"]),
    "diagonal": lambda args, attrs: torch.diagonal(args[0], attrs.get("offset", 0), attrs.get("dim1", 0), attrs.get("dim2", 1)),
    "trace": lambda args, attrs: torch.trace(args[0]),
    "tril": lambda args, attrs: torch.tril(args[0], attrs.get("diagonal", 0)),
    "triu": lambda args, attrs: torch.triu(args[0], attrs.get("diagonal", 0)),
    "flip": lambda args, attrs: torch.flip(args[0], attrs["dims"]),
    "roll": lambda args, attrs: torch.roll(args[0], attrs["shifts"], attrs["dims"]),
    "tile": lambda args, attrs: torch.tile(args[0], attrs["reps"]),
    "pad": _pad,
}


INDEXING = {
    "index_select": lambda args, attrs: torch.index_select(args[0], attrs["dim"], args[1]),
    "gather": lambda args, attrs: torch.gather(args[0], attrs["dim"], args[1]),
    "scatter": lambda args, attrs: torch.scatter(args[0], attrs["dim"], args[1], args[2]),
    "scatter_add": lambda args, attrs: torch.scatter_add(args[0], attrs["dim"], args[1], args[2]),
    "one_hot": lambda args, attrs: F.one_hot(args[0], attrs["num_classes"]),
    "embedding": lambda args, attrs: F.embedding(args[0], args[1], padding_idx=attrs.get("padding_idx")),
    "masked_fill": lambda args, attrs: args[0].masked_fill(args[1], attrs["value"]),
    "masked_select": lambda args, attrs: torch.masked_select(args[0], args[1]),
}


FUNCTIONS = {
    "isnan": _unary(torch.isnan),
    "logical_not": _unary(torch.logical_not),
    "silu": _unary(F.silu),
    "leaky_relu": lambda args, attrs: F.leaky_relu(args[0], attrs.get("negative_slope", 0.01)),
    "elu": lambda args, attrs: F.elu(args[0], attrs.get("alpha", 1.0)),
    "gelu": lambda args, attrs: F.gelu(args[0], approximate=attrs["approximate"]),
    "softplus": lambda args, attrs: F.softplus(args[0], attrs.get("beta", 1), attrs.get("threshold", 20)),
    "clamp": lambda args, attrs: torch.clamp(args[0], attrs.get("min"), attrs.get("max")),
    "cast": lambda args, attrs: args[0].to(DTYPES[attrs["dtype"]]),
    **{name: _unary(getattr(torch, name)) for name in
       ("abs", "sign", "square", "rsqrt", "reciprocal", "expm1", "log1p", "log2", "log10", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "erf",
        "ceil", "floor", "round", "trunc")},
    **{name: _binary(getattr(torch, name)) for name in ("remainder", "atan2", "maximum", "minimum")},
}


REDUCTIONS = {
    **{name: _reduction(getattr(torch, name)) for name in ("amin", "prod", "all", "any")},
    **{name: _position(getattr(torch, name)) for name in ("argmax", "argmin")},
    **{name: _deviation(getattr(torch, name)) for name in ("var", "std")},
    "cumsum": lambda args, attrs: torch.cumsum(args[0], attrs["dim"]),
    "cumprod": lambda args, attrs: torch.cumprod(args[0], attrs["dim"]),
    "logsumexp": lambda args, attrs: torch.logsumexp(args[0], attrs.get("dim", list(range(args[0].dim()))), attrs.get("keepdim", False)),
    "norm": lambda args, attrs: torch.norm(args[0], float(attrs["p"]), attrs.get("dim"), attrs.get("keepdim", False)),
}


PRODUCTS = {
    "einsum": lambda args, attrs: torch.einsum(attrs["equation"], *args),
    **{name: _function(getattr(torch, name)) for name in ("dot", "outer", "mv", "mm", "bmm")},
    "linear": _function(F.linear),
}


def _convolution(function, *options):
    def run(args, attrs):
        return function(*args, **{option: attrs[option] for option in options if option in attrs})
    return run


def _pooling(function, *options):
    def run(args, attrs):
        return function(args[0], attrs["kernel"], **{option: attrs[option] for option in options if option in attrs})
    return run


CONVOLUTIONS = {
    "max_pool1d": _pooling(F.max_pool1d, "stride", "padding", "dilation", "ceil_mode"),
    "max_pool2d": _pooling(F.max_pool2d, "stride", "padding", "dilation", "ceil_mode"),
    "avg_pool1d": _pooling(F.avg_pool1d, "stride", "padding", "count_include_pad", "ceil_mode"),
    "avg_pool2d": _pooling(F.avg_pool2d, "stride", "padding", "count_include_pad", "ceil_mode"),
    "conv1d": _convolution(F.conv1d, "stride", "padding", "dilation", "groups"),
    "conv2d": _convolution(F.conv2d, "stride", "padding", "dilation", "groups"),
    "conv_transpose1d": _convolution(F.conv_transpose1d, "stride", "padding", "output_padding", "dilation", "groups"),
    "conv_transpose2d": _convolution(F.conv_transpose2d, "stride", "padding", "output_padding", "dilation", "groups"),
}


SORTING = {
    "sort": lambda args, attrs: torch.sort(args[0], attrs["dim"], attrs["descending"]),
    "topk": lambda args, attrs: torch.topk(args[0], attrs["k"], attrs["dim"], attrs["largest"]),
    "unique": _unary(torch.unique),
    "max": _extreme(torch.max),
    "min": _extreme(torch.min),
}


def _symmetric(x):
    return (x + x.mT) / 2


def _qr(args, attrs):
    q, r = torch.linalg.qr(args[0])
    # LAPACK leaves the signs open; here the diagonal of R is positive.
    signs = torch.where(torch.diagonal(r, dim1=-2, dim2=-1) < 0, -1.0, 1.0).to(r.dtype)
    return q * signs.unsqueeze(-2), r * signs.unsqueeze(-1)


def _svd(args, attrs):
    u, s, transposed = torch.linalg.svd(args[0], full_matrices=False)
    return u, s, transposed.mT


LINEAR_ALGEBRA = {
    "inv": _unary(torch.linalg.inv),
    "det": _unary(torch.linalg.det),
    "slogdet": lambda args, attrs: tuple(torch.linalg.slogdet(args[0])),
    "cholesky": lambda args, attrs: torch.linalg.cholesky(_symmetric(args[0])),
    "solve": lambda args, attrs: torch.linalg.solve(args[0], args[1]),
    "eigvalsh": lambda args, attrs: torch.linalg.eigvalsh(_symmetric(args[0])),
    "qr": _qr,
    "svd": _svd,
}


def _same(args):
    """The first of two arguments of one shape; PyTorch would broadcast with a warning."""
    if args[0].shape != args[1].shape:
        raise ValueError("the shapes differ")
    return args[0]


def _class_loss(function):
    """Scores, classes and perhaps weights of classes."""
    return lambda args, attrs: function(
        args[0], args[1], args[2] if len(args) > 2 else None, ignore_index=attrs.get("ignore_index", -100), reduction=attrs.get("reduction", "mean"))


LOSSES = {
    "mse_loss": lambda args, attrs: F.mse_loss(_same(args), args[1], reduction=attrs.get("reduction", "mean")),
    "l1_loss": lambda args, attrs: F.l1_loss(_same(args), args[1], reduction=attrs.get("reduction", "mean")),
    "bce_with_logits": lambda args, attrs: F.binary_cross_entropy_with_logits(
        args[0], args[1], args[2] if len(args) > 2 else None, pos_weight=args[3] if len(args) > 3 else None, reduction=attrs.get("reduction", "mean")),
    "nll_loss": _class_loss(F.nll_loss),
    "cross_entropy": _class_loss(F.cross_entropy),
}


def _batch_norm(args, attrs):
    """PyTorch writes into the running statistics; here the new ones are results."""
    x, weight, bias, mean, variance = args
    mean, variance = mean.clone(), variance.clone()
    y = F.batch_norm(x, mean, variance, weight, bias, attrs["training"], attrs.get("momentum", 0.1), attrs.get("eps", 1e-5))
    return y, mean, variance


def _attention(args, attrs):
    q, k, v = args[:3]
    scores = q @ k.transpose(-2, -1) / math.sqrt(q.shape[-1])
    if len(args) > 3 and args[3] is not None:
        scores = scores.masked_fill(~args[3], -math.inf)
    if attrs.get("causal", False):
        scores = scores.masked_fill(torch.ones(scores.shape[-2:], dtype=torch.bool).triu(1), -math.inf)
    return torch.softmax(scores, -1) @ v


NORMALIZATIONS = {
    "layer_norm": lambda args, attrs: F.layer_norm(args[0], attrs["normalized_shape"], *args[1:], eps=attrs.get("eps", 1e-5)),
    "group_norm": lambda args, attrs: F.group_norm(args[0], attrs["groups"], *args[1:], eps=attrs.get("eps", 1e-5)),
    "batch_norm": _batch_norm,
    "attention": _attention,
}


OPERATIONS = {
    **NORMALIZATIONS,
    **LINEAR_ALGEBRA,
    **MOVEMENTS,
    **INDEXING,
    **FUNCTIONS,
    "div": _div,
    **REDUCTIONS,
    **PRODUCTS,
    **CONVOLUTIONS,
    **{name: _binary(getattr(torch, name)) for name in
       ("add", "sub", "mul", "pow", "eq", "ne", "lt", "le", "gt", "ge")},
    **{name: _unary(getattr(torch, name)) for name in
       ("neg", "exp", "log", "sqrt", "tanh", "sigmoid", "relu", "t")},
    **{name: _reduction(getattr(torch, name)) for name in ("sum", "mean", "amax")},
    **SORTING,
    "where": lambda args, attrs: torch.where(*args),
    "matmul": lambda args, attrs: torch.matmul(*args),
    "transpose": lambda args, attrs: args[0].transpose(attrs["dim0"], attrs["dim1"]),
    "swapdims": lambda args, attrs: torch.swapdims(args[0], attrs["dim0"], attrs["dim1"]),
    "permute": lambda args, attrs: args[0].permute(attrs["dims"]),
    "reshape": lambda args, attrs: args[0].reshape(attrs["shape"]),
    "expand": lambda args, attrs: args[0].expand(attrs["shape"]),
    "index": _index,
    "cat": lambda args, attrs: torch.cat(args, attrs.get("dim", 0)),
    "stack": lambda args, attrs: torch.stack(args, attrs.get("dim", 0)),
    "softmax": lambda args, attrs: torch.softmax(args[0], attrs["dim"]),
    "log_softmax": lambda args, attrs: torch.log_softmax(args[0], attrs["dim"]),
    **LOSSES,
}


def run_steps(steps, names):
    """Runs steps over a table of names. A failing step leaves its index in the exception as `step`."""
    for number, step in enumerate(steps):
        try:
            result = OPERATIONS[step["op"]]([None if name is None else names[name] for name in step["in"]], step.get("attrs", {}))
        except Exception as error:
            error.step = number
            raise
        results = result if isinstance(result, tuple) else (result,)
        names.update(zip(step["out"], results))
    return names
