namespace TypedTensors.Generators.Tests.Harness;

/// <summary>The types of models, for a runtime that does not have them.</summary>
internal static class ModelRuntime
{
    /// <summary>The name of a type by which a runtime is seen to have them.</summary>
    public const string Marker = "TypedTensors.ITensorModel`1";

    public const string Source = """
        #nullable enable
        using System;
        using System.Collections.Generic;
        using System.Numerics;

        namespace TypedTensors
        {
            /// <summary/>
            public interface ITensorModel<T> where T : unmanaged, IFloatingPointIeee754<T>
            {
                /// <summary/>
                ModelParameters<T> Parameters { get; }
                /// <summary/>
                void Declare(ModelDeclaration<T> model);
            }

            /// <summary/>
            public sealed class ModelParameters<T> where T : unmanaged, IFloatingPointIeee754<T>
            {
            }

            /// <summary/>
            public abstract class ModelDeclaration<T> where T : unmanaged, IFloatingPointIeee754<T>
            {
                /// <summary/>
                public abstract void Parameter(string name, ReadOnlySpan<int> shape, Initialization initialization = Initialization.Default, double initialValue = double.NaN, int fanIn = -1);
                /// <summary/>
                public abstract void Child(string name, ITensorModel<T>? child);
                /// <summary/>
                public void Children(string name, IEnumerable<ITensorModel<T>?>? children) { }
            }

            /// <summary/>
            public sealed class ModelState<T> where T : unmanaged, IFloatingPointIeee754<T>
            {
                /// <summary/>
                public static ModelState<T> Of(ITensorModel<T> model, ref ModelState<T>? state) => state ??= new();
                /// <summary/>
                public Tensor<T> this[int index] => throw new NotSupportedException();
                /// <summary/>
                public ModelParameters<T> Parameters => throw new NotSupportedException();
            }
        }
        """;
}
