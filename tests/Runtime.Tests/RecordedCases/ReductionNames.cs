using System.Numerics;
using static TypedTensors.Ops;

namespace TypedTensors.Tests.RecordedCases;

/// <summary>The operations of the case files that combine numbers of every type along dimensions.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal static class ReductionNames<T>
    where T : unmanaged, INumber<T>
{
    // Sums and products of int are long, by overloads that generic code cannot reach.
    public static IReadOnlyDictionary<string, Func<Step, Tensor>> Table { get; } = new Dictionary<string, Func<Step, Tensor>>
    {
        ["sum"] = step => step.Arguments[0] is Tensor<int> x
            ? Sum(x, step.Integers("dim"), step.Flag("keepdim"))
            : Sum(step.Tensor<T>(0), step.Integers("dim"), step.Flag("keepdim")),
        ["prod"] = step => step.Arguments[0] is Tensor<int> x
            ? Prod(x, step.Integers("dim"), step.Flag("keepdim"))
            : Prod(step.Tensor<T>(0), step.Integers("dim"), step.Flag("keepdim")),
        ["cumsum"] = step => step.Arguments[0] is Tensor<int> x ? CumSum(x, step.Integer("dim")) : CumSum(step.Tensor<T>(0), step.Integer("dim")),
        ["cumprod"] = step => step.Arguments[0] is Tensor<int> x ? CumProd(x, step.Integer("dim")) : CumProd(step.Tensor<T>(0), step.Integer("dim")),
        ["trace"] = step => step.Arguments[0] is Tensor<int> x ? Trace(x.To<long>()) : Trace(step.Tensor<T>(0)),
        ["amax"] = step => Max(step.Tensor<T>(0), step.Integers("dim"), step.Flag("keepdim")),
        ["amin"] = step => Min(step.Tensor<T>(0), step.Integers("dim"), step.Flag("keepdim")),
        ["argmax"] = step => ArgMax(step.Tensor<T>(0), Axis(step), step.Flag("keepdim")),
        ["argmin"] = step => ArgMin(step.Tensor<T>(0), Axis(step), step.Flag("keepdim")),
        ["all"] = step => Truths(All(Ne(step.Tensor<T>(0), Tensor.Scalar(T.Zero)), step.Integers("dim"), step.Flag("keepdim"))),
        ["any"] = step => Truths(Any(Ne(step.Tensor<T>(0), Tensor.Scalar(T.Zero)), step.Integers("dim"), step.Flag("keepdim"))),
    };

    // PyTorch's answers about bytes are bytes.
    private static Tensor Truths(Tensor<bool> truths) => typeof(T) == typeof(byte) ? truths.To<byte>() : truths;

    private static int? Axis(Step step) => step.Has("dim") ? step.Integer("dim") : null;
}
