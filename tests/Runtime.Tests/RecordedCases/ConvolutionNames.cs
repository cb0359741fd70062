using System.Numerics;
using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The convolutions and poolings of the case files.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal static class ConvolutionNames<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public static IReadOnlyDictionary<string, Func<Step, Tensor>> Table { get; } = new Dictionary<string, Func<Step, Tensor>>
    {
        ["conv1d"] = step => Bias(step) is { } bias
            ? Conv1d(X(step), Weight(step), bias, step.Integer("stride", 1), step.Integer("padding", 0), step.Integer("dilation", 1), step.Integer("groups", 1))
            : Conv1d(X(step), Weight(step), step.Integer("stride", 1), step.Integer("padding", 0), step.Integer("dilation", 1), step.Integer("groups", 1)),
        ["conv2d"] = step => Bias(step) is { } bias
            ? Conv2d(X(step), Weight(step), bias, step.Integers("stride"), step.Integers("padding"), step.Integers("dilation"), step.Integer("groups", 1))
            : Conv2d(X(step), Weight(step), step.Integers("stride"), step.Integers("padding"), step.Integers("dilation"), step.Integer("groups", 1)),
        ["conv_transpose1d"] = step => Bias(step) is { } bias
            ? ConvTranspose1d(
                X(step), Weight(step), bias, step.Integer("stride", 1), step.Integer("padding", 0), step.Integer("output_padding", 0), step.Integer("dilation", 1), step.Integer("groups", 1))
            : ConvTranspose1d(
                X(step), Weight(step), step.Integer("stride", 1), step.Integer("padding", 0), step.Integer("output_padding", 0), step.Integer("dilation", 1), step.Integer("groups", 1)),
        ["conv_transpose2d"] = step => Bias(step) is { } bias
            ? ConvTranspose2d(X(step), Weight(step), bias, step.Integers("stride"), step.Integers("padding"), step.Integers("output_padding"), step.Integers("dilation"), step.Integer("groups", 1))
            : ConvTranspose2d(X(step), Weight(step), step.Integers("stride"), step.Integers("padding"), step.Integers("output_padding"), step.Integers("dilation"), step.Integer("groups", 1)),
        ["max_pool1d"] = step => MaxPool1d(X(step), step.Integer("kernel"), step.Has("stride") ? step.Integer("stride") : null, step.Integer("padding", 0), step.Integer("dilation", 1), Ceils(step)),
        ["max_pool2d"] = step => MaxPool2d(X(step), step.Integers("kernel"), step.Integers("stride"), step.Integers("padding"), step.Integers("dilation"), Ceils(step)),
        ["avg_pool1d"] = step => AvgPool1d(X(step), step.Integer("kernel"), step.Has("stride") ? step.Integer("stride") : null, step.Integer("padding", 0), CountsPadding(step), Ceils(step)),
        ["avg_pool2d"] = step => AvgPool2d(X(step), step.Integers("kernel"), step.Integers("stride"), step.Integers("padding"), CountsPadding(step), Ceils(step)),
    };

    private static bool Ceils(Step step) => step.Flag("ceil_mode");

    private static bool CountsPadding(Step step) => !step.Has("count_include_pad") || step.Flag("count_include_pad");

    private static Tensor<T> X(Step step) => step.Tensor<T>(0);

    private static Tensor<T> Weight(Step step) => step.Tensor<T>(1);

    private static Tensor<T>? Bias(Step step) => step.Optional<T>(2);
}
