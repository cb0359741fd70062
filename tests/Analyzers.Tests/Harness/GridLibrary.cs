using Microsoft.CodeAnalysis;

namespace TypedTensors.Analyzers.Tests.Harness;

/// <summary>
/// A tensor library that shares no name with the runtime: what is checked with it proves that the analyzers know operations
/// by their declarations alone.
/// </summary>
internal static class GridLibrary
{
    /// <summary>The library as a user sees it, in metadata.</summary>
    public static MetadataReference Reference { get; } = TestCompilation.Emit(TestCompilation.Create(
        [TestCompilation.Parse(Source, "Grids.cs")], [TestCompilation.Dsl], OutputKind.DynamicallyLinkedLibrary, "Grids"));

    public const string Source = """
        using System;
        using System.Collections.Generic;
        using TypedTensors;

        namespace Grids;

        [TensorType]
        public sealed class Grid<T>
        {
            public Grid(params int[] sizes)
            {
            }

            [Shape("...this")]
            public Extents Extents => default;

            [Dim("rank(this)")]
            public int Order => 0;

            [return: Shape("...this")]
            public Grid<T> Same() => this;
        }

        [TensorType]
        public readonly struct Extents
        {
            [Dim("size(this, axis)")]
            public int this[int axis] => 0;
        }

        public struct PlusKernel;

        public struct DotKernel;

        public static class Calc
        {
            [return: Shape("...sizes")]
            public static Grid<float> Fill(params ReadOnlySpan<int> sizes) => new();

            [Operation(typeof(PlusKernel))]
            [return: Shape("broadcast(first, second)")]
            public static Grid<T> Plus<T>(Grid<T> first, Grid<T> second) => first;

            [Operation(typeof(DotKernel))]
            [return: Shape("matmul(first, second)")]
            public static Grid<T> Dot<T>(Grid<T> first, Grid<T> second) => first;

            [return: Shape("...b, m, n")]
            public static Grid<T> Flip<T>([Shape("...b, n, m")] Grid<T> grid) => grid;

            [AllowBroadcast]
            [return: Shape("...grid")]
            public static Grid<T> Spread<T>(Grid<T> grid) => grid;

            [return: Shape("...shape")]
            public static Grid<T> Claim<T>(Grid<T> grid, [ShapePattern] string shape) => grid;

            public static Grid<float> Unknown() => new();

            public static int Number() => 3;
        }

        public static class CalcForms
        {
            extension<T>(Grid<T> grid)
            {
                [FormOf(typeof(Calc), nameof(Calc.Dot))]
                public Grid<T> Dot(Grid<T> other) => grid;

                [FormOf(typeof(Calc), nameof(Calc.Plus))]
                public Grid<T> PlusScalar(T scalar) => grid;

                [FormOf(typeof(Calc), nameof(Calc.Flip))]
                public Grid<T> Flipped => grid;

                [FormOf(typeof(Calc), nameof(Calc.Spread))]
                public Grid<T> Spread() => grid;

                [FormOf(typeof(Calc), nameof(Calc.Plus))]
                public static Grid<T> operator +(Grid<T> left, Grid<T> right) => left;

                [FormOf(typeof(Calc), nameof(Calc.Plus))]
                public static Grid<T> operator +(Grid<T> left, T right) => left;
            }

            [FormOf(typeof(Calc), nameof(Calc.Dot))]
            public static Grid<T> ClassicDot<T>(this Grid<T> grid, Grid<T> other) => grid;
        }
        """;
}
