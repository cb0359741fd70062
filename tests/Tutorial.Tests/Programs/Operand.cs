using System.Numerics;
using TypedTensors.Data;
using TypedTensors.Tests.RecordedCases;

namespace TypedTensors.Tests.Tutorial.Programs;

/// <summary>What can be asked of a tensor, and done to it, where its element type is known at run time only.</summary>
internal abstract class Operand
{
    public abstract Shape Shape { get; }

    public abstract bool IsContiguous { get; }

    public abstract Tensor Transposed { get; }

    public virtual bool RequiresGrad => false;

    public virtual bool IsLeaf => true;

    public virtual Tensor? Grad => null;

    public static Operand Of(Tensor tensor) => tensor switch
    {
        Tensor<float> x => new FloatOperand<float>(x),
        Tensor<double> x => new FloatOperand<double>(x),
        Tensor<Half> x => new FloatOperand<Half>(x),
        Tensor<long> x => new NumberOperand<long>(x),
        Tensor<int> x => new NumberOperand<int>(x),
        Tensor<short> x => new NumberOperand<short>(x),
        Tensor<sbyte> x => new NumberOperand<sbyte>(x),
        Tensor<byte> x => new NumberOperand<byte>(x),
        Tensor<bool> x => new Operand<bool>(x),
        _ => throw new InvalidDataException($"The element type {tensor.ElementType} is not known."),
    };

    public abstract Tensor To(Device device);

    public abstract bool SharesStorageWith(Tensor other);

    public abstract Tensor FlatStorage();

    public abstract Tensor Clone();

    /// <summary>The only element, as the host number that it is.</summary>
    public abstract object Item();

    public abstract HostArray AsHostArray();

    public abstract HostArray ToHostArray();

    public abstract void CopyFrom(Tensor source);

    public abstract void AddInPlace(Tensor other);

    public abstract void SubtractInPlace(Tensor other, double factor);

    public abstract void MultiplyInPlace(Tensor other);

    /// <summary>The same elements in a tensor that is not tracked; of types that never are, the tensor itself.</summary>
    public abstract Tensor Detach();

    public abstract void RequireGrad();

    public abstract void RetainGrad();

    public abstract void ForgetGrad();

    public abstract void ZeroGrad();

    public abstract void Backward(Tensor? cotangent, bool retainGraph = false);

    /// <summary>Batches of this, the examples, together with labels.</summary>
    public abstract IEnumerable<(Tensor X, Tensor Y)> Batches(Operand labels, int batchSize, int? shuffleSeed, bool dropLast);

    public abstract IEnumerable<(Tensor X, Tensor Y)> BatchesOf<TX>(Tensor<TX> examples, int batchSize, int? shuffleSeed, bool dropLast)
        where TX : unmanaged;
}

/// <summary>A tensor whose elements may be anything.</summary>
internal class Operand<T>(Tensor<T> tensor) : Operand
    where T : unmanaged
{
    public sealed override Shape Shape => tensor.Shape;

    public sealed override bool IsContiguous => tensor.IsContiguous;

    public sealed override Tensor Transposed => tensor.T;

    protected Tensor<T> Tensor => tensor;

    public sealed override Tensor To(Device device) => tensor.To(device);

    public sealed override bool SharesStorageWith(Tensor other) => other is Tensor<T> same && tensor.SharesStorageWith(same);

    public sealed override Tensor FlatStorage() => tensor.FlatStorage();

    public sealed override Tensor Clone() => Ops.Clone(tensor);

    public sealed override object Item() => tensor.Item();

    public sealed override HostArray AsHostArray() => new HostArray<T>(tensor.AsMemory(), tensor.Shape.Sizes);

    public sealed override HostArray ToHostArray() => new HostArray<T>(tensor.ToArray(), tensor.Shape.Sizes);

    public sealed override void CopyFrom(Tensor source) => tensor.CopyFrom(ElementTypes.Convert<T>(source));

    public override void AddInPlace(Tensor other) => throw Refused("AddInPlace");

    public override void SubtractInPlace(Tensor other, double factor) => throw Refused("SubtractInPlace");

    public override void MultiplyInPlace(Tensor other) => throw Refused("MultiplyInPlace");

    public override Tensor Detach() => tensor;

    public override void RequireGrad() => throw Refused("RequireGrad");

    public override void RetainGrad() => throw Refused("RetainGrad");

    public override void ForgetGrad() => throw Refused("Grad");

    public override void ZeroGrad() => throw Refused("ZeroGrad");

    public override void Backward(Tensor? cotangent, bool retainGraph = false) => throw Refused("Backward");

    public sealed override IEnumerable<(Tensor X, Tensor Y)> Batches(Operand labels, int batchSize, int? shuffleSeed, bool dropLast) =>
        labels.BatchesOf(tensor, batchSize, shuffleSeed, dropLast);

    public sealed override IEnumerable<(Tensor X, Tensor Y)> BatchesOf<TX>(Tensor<TX> examples, int batchSize, int? shuffleSeed, bool dropLast) =>
        DataLoader.Create(examples, tensor, batchSize, shuffleSeed, dropLast).Select(batch => ((Tensor)batch.X, (Tensor)batch.Y));

    private static NotSupportedException Refused(string member) => new($"Tensors of {typeof(T)} have no {member}: the compiler refuses it.");
}

/// <summary>A tensor of numbers.</summary>
internal class NumberOperand<T>(Tensor<T> tensor) : Operand<T>(tensor)
    where T : unmanaged, INumber<T>
{
    public override void AddInPlace(Tensor other) => Tensor.AddInPlace(ElementTypes.Convert<T>(other));

    public override void SubtractInPlace(Tensor other, double factor) => Tensor.SubtractInPlace(ElementTypes.Convert<T>(other), T.CreateChecked(factor));

    public override void MultiplyInPlace(Tensor other) => Tensor.MultiplyInPlace(ElementTypes.Convert<T>(other));
}

/// <summary>A tensor of floating-point numbers, which alone may have gradients.</summary>
internal sealed class FloatOperand<T>(Tensor<T> tensor) : NumberOperand<T>(tensor)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    public override bool RequiresGrad => Tensor.RequiresGrad;

    public override bool IsLeaf => Tensor.IsLeaf;

    public override Tensor? Grad => Tensor.Grad;

    public override Tensor Detach() => Tensor.Detach();

    public override void RequireGrad() => Tensor.RequireGrad();

    public override void RetainGrad() => Tensor.RetainGrad();

    public override void ForgetGrad() => Tensor.Grad = null;

    public override void ZeroGrad() => Tensor.ZeroGrad();

    public override void Backward(Tensor? cotangent, bool retainGraph = false)
    {
        if (cotangent is null)
            Tensor.Backward(retainGraph);
        else
            Tensor.Backward(ElementTypes.Convert<T>(cotangent), retainGraph);
    }
}
