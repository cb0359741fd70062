using TypedTensors.Analyzers.Tests.Harness;

namespace TypedTensors.Analyzers.Tests.ShapeChecks;

/// <summary>Sub-models that a class creates where it declares them: their dimensions are known in all of its methods, so that links are checked against each other.</summary>
public sealed class HeldObjectTests
{
    private const string Layer = """

        sealed class Layer([Dim] int inputs, [Dim] int outputs, [Dim] int heads = 2)
        {
            [return: Shape("...b, outputs")]
            public Grid<float> Apply([Shape("...b, inputs")] Grid<float> x) => Unknown();

            [return: Shape("heads")]
            public Grid<float> Heads() => Unknown();

            public int Use() => inputs + outputs + heads;
        }
        """;

    [Fact]
    public Task Links_are_checked_against_each_other() => Verify.WithGridsAsync("""
        class Net([Dim] int hidden)
        {
            private readonly Layer _third = new Layer(10, 5, heads: 3);

            public Layer First { get; } = new(784, hidden);
            public Layer Second { get; } = new(hidden + 1, 10);

            [return: Shape("n, 5")]
            public Grid<float> Forward([Shape("n, 784")] Grid<float> x)
            {
                var h = First.Apply(x);
                _ = First.Apply({|TT1003:Fill(3, 783)|});
                _ = {|TT1001:First.Heads() + Fill(3)|};
                _ = {|TT1001:_third.Heads() + Fill(2)|};
                h = Second.Apply({|TT1003:h|});
                return _third.Apply(Second.Apply(Unknown()));
            }

            [return: Shape("n, 5")]
            public Grid<float> Chained([Shape("n, 784")] Grid<float> x) => {|TT1004:First.Apply(x)|};

            public int Use() => hidden;
        }
        """ + Layer);

    [Fact]
    public Task What_may_be_another_object_is_not_known() => Verify.WithGridsAsync("""
        class Net
        {
            public Net(int size) => Assigned = new(size, 3);

            public Net()
            {
            }

            private readonly Layer _shared = Make();
            private Layer _open = new(4, 3);

            public Layer Assigned { get; } = new(4, 3);
            public Layer Initialised { get; init; } = new(4, 3);
            public virtual Layer Overridden { get; } = new(4, 3);
            public Layer Computed => new(_open.Use(), 3);
            public Layer Fixed { get; } = new(4, 3);

            public void Forward([Shape("n, 5")] Grid<float> x)
            {
                _ = Assigned.Apply(x);
                _ = Initialised.Apply(x);
                _ = Overridden.Apply(x);
                _ = Computed.Apply(x);
                _ = _shared.Apply(x);
                _ = _open.Apply(x);
                _ = Fixed.Apply({|TT1003:x|});
                _open = new(1, 1);
            }

            private static Layer Make() => new(4, 3);
        }
        """ + Layer);

    [Fact]
    public Task Sizes_that_are_not_known_stay_the_same() => Verify.WithGridsAsync("""
        class Net(int hidden)
        {
            public Layer First { get; } = new(784, hidden);
            public Layer Second { get; } = new(hidden, 10);

            public void Forward([Shape("n, 784")] Grid<float> x)
            {
                var h = First.Apply(x);
                _ = h + First.Apply(x);
                _ = Second.Apply(h);
                _ = {|TT1001:Second.Apply(h) + Fill(11)|};
                foreach (var i in new[] { 1, 2 })
                    _ = Second.Apply(First.Apply(x));
            }
        }
        """ + Layer);
}
