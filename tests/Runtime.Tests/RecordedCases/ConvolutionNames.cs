using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The convolutions and poolings of the case files.</summary>
internal static class ConvolutionNames
{
    public static IReadOnlyDictionary<string, Func<Step, Tensor>> Table { get; } = new Dictionary<string, Func<Step, Tensor>>
    {
        ["conv1d"] = step => Bias(step) is { } bias
            ? Conv1d(X(step), Weight(step), bias, Integer(step, "stride", 1), Integer(step, "padding", 0), Integer(step, "dilation", 1), Integer(step, "groups", 1))
            : Conv1d(X(step), Weight(step), Integer(step, "stride", 1), Integer(step, "padding", 0), Integer(step, "dilation", 1), Integer(step, "groups", 1)),
        ["conv2d"] = step => Bias(step) is { } bias
            ? Conv2d(X(step), Weight(step), bias, Pair(step, "stride"), Pair(step, "padding"), Pair(step, "dilation"), Integer(step, "groups", 1))
            : Conv2d(X(step), Weight(step), Pair(step, "stride"), Pair(step, "padding"), Pair(step, "dilation"), Integer(step, "groups", 1)),
        ["conv_transpose1d"] = step => Bias(step) is { } bias
            ? ConvTranspose1d(
                X(step), Weight(step), bias, Integer(step, "stride", 1), Integer(step, "padding", 0), Integer(step, "output_padding", 0), Integer(step, "dilation", 1), Integer(step, "groups", 1))
            : ConvTranspose1d(
                X(step), Weight(step), Integer(step, "stride", 1), Integer(step, "padding", 0), Integer(step, "output_padding", 0), Integer(step, "dilation", 1), Integer(step, "groups", 1)),
        ["conv_transpose2d"] = step => Bias(step) is { } bias
            ? ConvTranspose2d(X(step), Weight(step), bias, Pair(step, "stride"), Pair(step, "padding"), Pair(step, "output_padding"), Pair(step, "dilation"), Integer(step, "groups", 1))
            : ConvTranspose2d(X(step), Weight(step), Pair(step, "stride"), Pair(step, "padding"), Pair(step, "output_padding"), Pair(step, "dilation"), Integer(step, "groups", 1)),
        ["max_pool1d"] = step => MaxPool1d(X(step), step.Integer("kernel"), step.Has("stride") ? step.Integer("stride") : null, Integer(step, "padding", 0), Integer(step, "dilation", 1)),
        ["max_pool2d"] = step => MaxPool2d(X(step), step.Integers("kernel"), Pair(step, "stride"), Pair(step, "padding"), Pair(step, "dilation")),
        ["avg_pool1d"] = step => AvgPool1d(X(step), step.Integer("kernel"), step.Has("stride") ? step.Integer("stride") : null, Integer(step, "padding", 0), CountsPadding(step)),
        ["avg_pool2d"] = step => AvgPool2d(X(step), step.Integers("kernel"), Pair(step, "stride"), Pair(step, "padding"), CountsPadding(step)),
    };

    private static bool CountsPadding(Step step) => !step.Has("count_include_pad") || step.Flag("count_include_pad");

    private static Tensor<float> X(Step step) => step.Tensor<float>(0);

    private static Tensor<float> Weight(Step step) => step.Tensor<float>(1);

    private static Tensor<float>? Bias(Step step) => step.Arguments is [_, _, Tensor<float> bias] ? bias : null;

    private static int Integer(Step step, string attribute, int otherwise) => step.Has(attribute) ? step.Integer(attribute) : otherwise;

    private static int[] Pair(Step step, string attribute) => step.Has(attribute) ? step.Integers(attribute) : [];
}
