using static TypedTensors.Ops;
using static TypedTensors.Samples.Tour.Page;

namespace TypedTensors.Samples.Tour;

internal static class Randomness
{
    public static readonly Chapter Chapter = new(
        "random", "Random numbers", Uniform, UniformAndNormal, Seed, LikeAnother, LikeAnotherOfOtherType, Moments, EveryKind);

    // The numbers of a generator are its own, so the cells show shapes and facts about many of them.
    private static void Uniform()
    {
        Cell("Numbers drawn uniformly from 0 up to, but not including, 1");
        Show(Tensor.Rand<float>(3, 4).Shape);
        var many = Tensor.Rand<float>(100_000);
        Show(All((many >= 0f) & (many < 1f)));
    }

    private static void UniformAndNormal()
    {
        Cell("The means and deviations of both distributions");
        Generator generator = new(1);
        var uniform = Tensor.Rand<float>(generator, 100_000);
        var normal = Tensor.Randn<float>(generator, 100_000);
        Show(Near(Mean(uniform), 0.5f) && Near(Std(uniform), 0.2887f));
        Show(Near(Mean(normal), 0) && Near(Std(normal), 1));
    }

    private static void Seed()
    {
        // A Generator of one's own is handed around instead of a seed of the whole process, which there is too: Generator.Default.ManualSeed(7).
        Cell("A seed makes the same numbers again");
        var first = Tensor.Rand<float>(new Generator(7), 16);
        var again = Tensor.Rand<float>(new Generator(7), 16);
        var other = Tensor.Rand<float>(new Generator(8), 16);
        Show(All(first.Eq(again)));
        Show(All(first.Eq(other)));
    }

    private static void LikeAnother()
    {
        // The type of what is drawn is the type argument of what it is drawn like.
        Cell("Uniform numbers in the shape of a tensor of whole numbers");
        var x = Tensor.From(new long[,] { { 1, 2 }, { 3, 4 } });
        var drawn = Tensor.RandLike(x.To<float>());
        Show(drawn.Shape);
        Show(drawn.ElementType);
    }

    private static void LikeAnotherOfOtherType()
    {
        Cell("Normal numbers of another type than the tensor they are like");
        var x = Tensor.Ones<double>(2, 4);
        var drawn = Tensor.RandnLike(x.To<float>());
        Show(drawn.Shape);
        Show(drawn.ElementType);
    }

    private static void Moments()
    {
        Cell("Of a million normal numbers the mean is close to 0, the deviation to 1");
        Show(Tensor.Randn<float>(5).Shape);
        var many = Tensor.Randn<float>(new Generator(2), 1_000_000);
        Show(Near(Mean(many), 0) && Near(Std(many), 1));
    }

    private static void EveryKind()
    {
        Cell("All that is drawn");
        var like = Tensor.Zeros<float>(100, 100);
        Show(Tensor.Rand<float>(100, 100).Shape);
        Show(Tensor.RandLike(like).Shape);
        Show(Tensor.Randn<float>(100, 100).Shape);
        Show(Tensor.RandnLike(like).Shape);
        var whole = Tensor.RandInt(3L, 9, 100, 100);
        Show(Min(whole));
        Show(Max(whole));
        Show(Tensor.RandIntLike(whole, 3, 9).ElementType);
        Show(All(Tensor.RandPerm(50).Sort().Values.Eq(Tensor.Arange<int>(50))));
    }

    private static bool Near(Tensor<float> measured, float expected) => Math.Abs(measured.Item() - expected) < 0.01f;
}
