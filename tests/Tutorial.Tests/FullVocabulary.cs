namespace TypedTensors.Tests.Tutorial;

/// <summary>The names of the operations and steps that a case may have.</summary>
internal static class FullVocabulary
{
    public static string[] Names { get; } =
    [
        // Creation.
        "tensor", "zeros", "ones", "full", "eye", "arange", "linspace", "logspace", "zeros_like", "ones_like", "full_like", "rand", "randn",
        "randint", "randperm", "rand_like", "randn_like", "randint_like", "empty", "manual_seed", "init_linear", "init_conv2d", "cast",
        "to_device",
        // Unary.
        "neg", "abs", "sign", "square", "sqrt", "rsqrt", "reciprocal", "exp", "expm1", "log", "log1p", "log2", "log10", "sin", "cos", "tan",
        "asin", "acos", "atan", "sinh", "cosh", "tanh", "sigmoid", "relu", "silu", "erf", "ceil", "floor", "round", "trunc", "logical_not",
        "isnan", "leaky_relu", "elu", "gelu", "softplus", "clamp",
        // Binary.
        "add", "sub", "mul", "pow", "eq", "ne", "lt", "le", "gt", "ge", "remainder", "atan2", "div", "maximum", "minimum", "where",
        "masked_fill",
        // Linear algebra.
        "dot", "outer", "mv", "mm", "bmm", "matmul", "einsum", "linear", "trace", "diagonal", "svd", "qr", "inv", "det", "slogdet",
        "cholesky", "solve", "eigvalsh",
        // Shape.
        "reshape", "view", "flatten", "t", "transpose", "swapdims", "permute", "squeeze", "unsqueeze", "expand", "tile", "flip", "roll",
        "pad", "tril", "triu", "cat", "stack", "split", "chunk", "index", "index_select", "gather", "scatter", "scatter_add", "one_hot",
        "contiguous", "clone",
        // Reduction.
        "sum", "mean", "var", "std", "prod", "max", "min", "amax", "amin", "argmax", "argmin", "logsumexp", "norm", "all", "any", "cumsum",
        "cumprod", "unique", "sort", "topk",
        // Nn.
        "softmax", "log_softmax", "cross_entropy", "nll_loss", "mse_loss", "l1_loss", "bce_with_logits", "conv2d", "max_pool2d",
        "avg_pool2d", "layer_norm", "batch_norm", "embedding", "attention",
        // Data.
        "to_tensor_image", "normalize", "batches", "shuffled_batches", "idx_decode",
        // State.
        "backward", "retain_grad", "requires_grad_", "detach", "grad", "set_grad_none", "zero_grad", "no_grad", "loop",
        "loop_while_norm_lt", "record", "snapshot", "add_", "sub_", "sub_data_", "mul_", "copy_", "t_", "scatter_", "add_out", "sgd_step",
        "item", "as_array", "from_array", "array_ones", "array", "array_add_", "tensor_copy_of_array", "storage",
    ];
}
