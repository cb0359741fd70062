using TypedTensors.Autograd;
using static TypedTensors.Ops;

namespace TypedTensors.Tests.Autograd;

public sealed class EngineTests
{
    [Fact]
    public void GradientsFlowThroughAProductAndABroadcastSum()
    {
        Tensor<double> w = Tensor.From([1.0, 2.0, 3.0]).RequireGrad();
        Tensor<double> x = Tensor.From(new double[,] { { 1, 2, 3 }, { 4, 5, 6 } });
        Tensor<double> y = (x * w) + 1.0;
        y.Backward(Tensor.From(new double[,] { { 1, 1, 1 }, { 1, 1, 10 } }));
        Assert.Equal([2, 5, 10, 5, 11, 19], y.ToArray());
        Assert.Equal([5, 7, 63], w.Grad!.ToArray());
    }

    [Fact]
    public void ADiamondSumsBothWays()
    {
        Tensor<double> x = Tensor.Scalar(3.0).RequireGrad();
        Tensor<double> square = x * x;
        (square + square).Backward();
        Assert.Equal(12, x.Grad!.Item());
    }

    [Fact]
    public void GradientsAccumulateUntilTheyAreCleared()
    {
        Tensor<float> x = Tensor.Scalar(2f).RequireGrad();
        (x * 3f).Backward();
        (x * 3f).Backward();
        Assert.Equal(6, x.Grad!.Item());
        x.ZeroGrad();
        Assert.Equal(0, x.Grad!.Item());
        x.Grad = null;
        (x * 5f).Backward();
        Assert.Equal(5, x.Grad!.Item());
    }

    [Fact]
    public void AGraphOfAHundredThousandNodesNeedsNoStack()
    {
        Tensor<double> x = Tensor.Scalar(1.0).RequireGrad();
        Tensor<double> y = x;
        for (int i = 0; i < 100_000; i++)
            y += x;
        y.Backward();
        Assert.Equal(100_001, x.Grad!.Item());
    }

    [Fact]
    public void TwoThreadsRunGraphsThatShareALeaf()
    {
        Tensor<double> shared = Tensor.Ones<double>(100).RequireGrad();
        Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = 2 }, thread =>
        {
            for (int i = 0; i < 200; i++)
            {
                Tensor<double> own = Tensor.Full(2.0, 100).RequireGrad();
                Tensor<double> product = shared * own * own;
                product.Backward(Tensor.OnesLike(product));
                Assert.All(own.Grad!.ToArray(), value => Assert.Equal(4, value));
            }
        });
        Assert.All(shared.Grad!.ToArray(), value => Assert.Equal(2 * 200 * 4, value));
    }

    [Fact]
    public void ARetainedGradientOfAComputedTensorIsKept()
    {
        Tensor<double> x = Tensor.Scalar(3.0).RequireGrad();
        Tensor<double> kept = (x * 2.0).RetainGrad();
        Tensor<double> dropped = kept * kept;
        (dropped * 5.0).Backward();
        Assert.Equal(60, kept.Grad!.Item());
        Assert.Null(dropped.Grad);
        Assert.Equal(120, x.Grad!.Item());
    }

    [Fact]
    public void PropertiesTellLeavesFromResults()
    {
        Tensor<float> plain = Tensor.Ones<float>(2);
        Assert.False(plain.RequiresGrad);
        Assert.True(plain.IsLeaf);
        Tensor<float> leaf = Tensor.Ones<float>(2).RequireGrad();
        Assert.True(leaf.RequiresGrad);
        Assert.True(leaf.IsLeaf);
        Tensor<float> computed = leaf + plain;
        Assert.True(computed.RequiresGrad);
        Assert.False(computed.IsLeaf);
        Assert.False((plain + plain).RequiresGrad);
        Assert.Same(leaf, leaf.RequireGrad());
        Assert.False((leaf > 0f).History is not null);
    }

    [Fact]
    public void DetachSharesMemoryAndCutsTheGraph()
    {
        Tensor<double> x = Tensor.Scalar(3.0).RequireGrad();
        Tensor<double> cut = (x * x).Detach();
        Assert.False(cut.RequiresGrad);
        (cut * x).Backward();
        Assert.Equal(9, x.Grad!.Item());
        Assert.True(x.SharesStorageWith(x.Detach()));
    }

    [Fact]
    public void NothingIsRecordedInsideNoGrad()
    {
        Tensor<double> x = Tensor.Scalar(3.0).RequireGrad();
        using (NoGrad())
        {
            using (NoGrad())
                Assert.False((x * x).RequiresGrad);
            Assert.False((x * x).RequiresGrad);
        }

        Assert.True((x * x).RequiresGrad);
    }

    [Fact]
    public async Task NoGradFollowsAnAwaitAndStaysOffOtherThreads()
    {
        Tensor<double> x = Tensor.Scalar(3.0).RequireGrad();
        using var entered = new SemaphoreSlim(0);
        using var looked = new SemaphoreSlim(0);
        Task<bool> elsewhere = Task.Run(async () =>
        {
            await entered.WaitAsync();
            bool recorded = (x * x).RequiresGrad;
            looked.Release();
            return recorded;
        });
        using (NoGrad())
        {
            entered.Release();
            await looked.WaitAsync();
            await Task.Yield();
            Assert.False((x * x).RequiresGrad);
        }

        Assert.True(await elsewhere);
    }

    [Fact]
    public void WhatIsNotSavedIsNotKeptAlive()
    {
        Tensor<double> x = Tensor.Ones<double>(3).RequireGrad();
        (WeakReference<Tensor<double>> argument, Tensor<double> sum) = Record(x);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(argument.TryGetTarget(out _));
        sum.Backward(Tensor.Ones<double>(3));
        Assert.Equal([2, 2, 2], x.Grad!.ToArray());

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static (WeakReference<Tensor<double>>, Tensor<double>) Record(Tensor<double> x)
        {
            Tensor<double> argument = x * 2.0;
            return (new(argument), argument + 1.0);
        }
    }

    [Fact]
    public void NodesNameTheirOperationAndInputs()
    {
        Tensor<double> x = Tensor.Ones<double>(3).RequireGrad();
        GradientNode node = (x * 2.0).History!.Node;
        Assert.Equal("Multiply", node.Name);
        Assert.Equal([x.History!.Node, null], node.Inputs);
    }
}
