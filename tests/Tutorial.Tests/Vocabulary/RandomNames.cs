using System.Numerics;
using TypedTensors.Nn;
using TypedTensors.Tests.RecordedCases;

namespace TypedTensors.Tests.Tutorial.Vocabulary;

/// <summary>The random operations of the cases, from the default generator, and the weights that layers begin with.</summary>
internal static class RandomNames
{
    public static IReadOnlyDictionary<string, Func<Step, Tensor[]>> Table { get; } = new Dictionary<string, Func<Step, Tensor[]>>
    {
        ["rand"] = step => [CreationNames.Tracked(step, OfFloats(CreationNames.TypeOf(step, "float32")).Uniform(step.Integers("shape")))],
        ["randn"] = step => [CreationNames.Tracked(step, OfFloats(CreationNames.TypeOf(step, "float32")).Normal(step.Integers("shape")))],
        ["rand_like"] = step => [OfFloats(CreationNames.TypeLike(step)).UniformLike(step)],
        ["randn_like"] = step => [OfFloats(CreationNames.TypeLike(step)).NormalLike(step)],
        ["randint"] = step => [InType(CreationNames.TypeOf(step, "int64"), Tensor.RandInt((long)step.Number("low"), (long)step.Number("high"), step.Integers("shape")))],
        ["randint_like"] = step => [InType(CreationNames.TypeLike(step), Tensor.RandIntLike(step.Tensor<long>(0), (long)step.Number("low"), (long)step.Number("high")))],
        ["randperm"] = step => [Tensor.RandPerm(step.Integer("n")).To<long>()],
        ["manual_seed"] = step =>
        {
            Generator.Default.ManualSeed((long)step.Number("seed"));
            return [];
        },
        ["init_linear"] = step =>
        {
            Linear layer = new(step.Integer("in_features"), step.Integer("out_features"));
            layer.Parameters.Initialize(Generator.Default);
            return [layer.Weight, layer.Bias];
        },
        ["init_conv2d"] = step =>
        {
            int[] kernel = step.Integers("kernel_size");
            Conv2d layer = new(step.Integer("in_channels"), step.Integer("out_channels"), (kernel[0], kernel[1]), groups: step.Integer("groups", 1));
            layer.Parameters.Initialize(Generator.Default);
            return [layer.Weight, layer.Bias];
        },
    };

    private static Tensor InType(Type type, Tensor<long> integers) => ElementTypes.Convert(integers, ElementTypes.NameOf(type));

    private static Floats OfFloats(Type type) =>
        type == typeof(float) ? new Floats<float>() : type == typeof(double) ? new Floats<double>() : type == typeof(Half) ? new Floats<Half>()
        : throw new NotSupportedException($"There are no random numbers between 0 and 1 of {type}: the compiler refuses it.");

    private abstract class Floats
    {
        public abstract Tensor Uniform(int[] shape);

        public abstract Tensor Normal(int[] shape);

        public abstract Tensor UniformLike(Step step);

        public abstract Tensor NormalLike(Step step);
    }

    private sealed class Floats<T> : Floats
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        public override Tensor Uniform(int[] shape) => Tensor.Rand<T>(shape);

        public override Tensor Normal(int[] shape) => Tensor.Randn<T>(shape);

        public override Tensor UniformLike(Step step) => Tensor.RandLike(step.Tensor<T>(0));

        public override Tensor NormalLike(Step step) => Tensor.RandnLike(step.Tensor<T>(0));
    }
}
