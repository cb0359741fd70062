using System.Diagnostics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Autograd;

/// <summary>
/// A whole tensor in the place of a vector: element-wise functions and their pullbacks, which are written over lanes, are recorded when they are
/// instantiated with it. So the derivative of every element-wise function can be differentiated again, as often as wanted.
/// </summary>
internal readonly unsafe struct RecordedLanes<T> : ILanes<RecordedLanes<T>, T>
    where T : unmanaged
{
    private readonly Tensor<T>? _value;
    private readonly Tensor<bool>? _mask;

    public RecordedLanes(Tensor<T> value) => _value = value;

    private RecordedLanes(Tensor<bool> mask) => _mask = mask;

    /// <summary>The tensor; there is none where the declaration of the function does not save the value.</summary>
    public Tensor<T> Value => _value ?? throw new InvalidOperationException("A pullback reads a value that its declaration does not save.");

    public static int Count => throw NoMemory();

    public static RecordedLanes<T> Zero => new(Arithmetic.Scalar(0));

    public static RecordedLanes<T> One => new(Arithmetic.Scalar(1));

    private static RecordedArithmetic<T> Arithmetic => RecordedArithmetic<T>.Instance;

    private Tensor<bool> Mask => _mask ?? throw new InvalidOperationException("A function selects by what is not a mask.");

    public static RecordedLanes<T> Broadcast(T value) => new(Tensor.Scalar(value));

    public static RecordedLanes<T> operator +(RecordedLanes<T> left, RecordedLanes<T> right) => new(Arithmetic.Add(left.Value, right.Value));

    public static RecordedLanes<T> operator -(RecordedLanes<T> left, RecordedLanes<T> right) => new(Arithmetic.Subtract(left.Value, right.Value));

    public static RecordedLanes<T> operator *(RecordedLanes<T> left, RecordedLanes<T> right) => new(Arithmetic.Multiply(left.Value, right.Value));

    public static RecordedLanes<T> operator /(RecordedLanes<T> left, RecordedLanes<T> right) => new(Arithmetic.Divide(left.Value, right.Value));

    public static RecordedLanes<T> operator -(RecordedLanes<T> value) => new(Arithmetic.Negate(value.Value));

    public static RecordedLanes<T> MultiplyAdd(RecordedLanes<T> left, RecordedLanes<T> right, RecordedLanes<T> addend) => (left * right) + addend;

    public static RecordedLanes<T> Equal(RecordedLanes<T> left, RecordedLanes<T> right) => new(Arithmetic.Equal(left.Value, right.Value));

    public static RecordedLanes<T> Less(RecordedLanes<T> left, RecordedLanes<T> right) => new(Arithmetic.Less(left.Value, right.Value));

    public static RecordedLanes<T> LessOrEqual(RecordedLanes<T> left, RecordedLanes<T> right) => new(Arithmetic.LessOrEqual(left.Value, right.Value));

    public static RecordedLanes<T> Not(RecordedLanes<T> mask) => new(Ops.LogicalNot(mask.Mask));

    public static RecordedLanes<T> Select(RecordedLanes<T> mask, RecordedLanes<T> whenSet, RecordedLanes<T> otherwise) =>
        new(Arithmetic.Select(mask.Mask, whenSet.Value, otherwise.Value));

    public static RecordedLanes<T> Max(RecordedLanes<T> left, RecordedLanes<T> right) => new(Arithmetic.Max(left.Value, right.Value));

    public static RecordedLanes<T> Min(RecordedLanes<T> left, RecordedLanes<T> right) => new(Arithmetic.Min(left.Value, right.Value));

    public static RecordedLanes<T> Abs(RecordedLanes<T> value) => new(Arithmetic.Abs(value.Value));

    public static RecordedLanes<T> Floor(RecordedLanes<T> value) => new(Arithmetic.Floor(value.Value));

    public static RecordedLanes<T> Round(RecordedLanes<T> value) => new(Arithmetic.Round(value.Value));

    public static RecordedLanes<T> Sqrt(RecordedLanes<T> value) => new(Arithmetic.Sqrt(value.Value));

    public static RecordedLanes<T> Exp(RecordedLanes<T> value) => new(Arithmetic.Exp(value.Value));

    public static RecordedLanes<T> Log(RecordedLanes<T> value) => new(Arithmetic.Log(value.Value));

    public static RecordedLanes<T> Tanh(RecordedLanes<T> value) => new(Arithmetic.Tanh(value.Value));

    public static RecordedLanes<T> Sigmoid(RecordedLanes<T> value) => new(Arithmetic.Sigmoid(value.Value));

    public static RecordedLanes<T> Power(RecordedLanes<T> value, RecordedLanes<T> exponent) => new(Arithmetic.Power(value.Value, exponent.Value));

    public static RecordedLanes<T> Map<TFunction>(RecordedLanes<T> value)
        where TFunction : struct, IScalarFunction<T> => new(TFunction.Apply(value.Value));

    public static RecordedLanes<T> Map<TFunction>(RecordedLanes<T> left, RecordedLanes<T> right)
        where TFunction : struct, IScalarPairFunction<T> => new(TFunction.Apply(left.Value, right.Value));

    // A tensor is not read and written lane by lane: the drivers, which do that, are never instantiated with it.
    public static RecordedLanes<T> Load(ref readonly T source) => throw NoMemory();

    public static void Store(RecordedLanes<T> lanes, ref T destination) => throw NoMemory();

    public static RecordedLanes<T> LoadMask(ref readonly bool source) => throw NoMemory();

    public static void StoreMask(RecordedLanes<T> mask, ref bool destination) => throw NoMemory();

    public static T SumAcross(RecordedLanes<T> lanes) => throw NoMemory();

    public static T MaxAcross(RecordedLanes<T> lanes) => throw NoMemory();

    public static RecordedLanes<T> LoadFirst(T* source, int count, T padding) => throw NoMemory();

    public static void StoreFirst(RecordedLanes<T> lanes, T* destination, int count) => throw NoMemory();

    private static UnreachableException NoMemory() => new("Whole tensors are not lanes in memory.");
}
