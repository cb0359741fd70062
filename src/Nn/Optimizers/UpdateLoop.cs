using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Nn;

/// <summary>
/// The one pass of a step over consecutive elements, with the widest vectors that the machine computes with. The last elements go through the vector
/// form as well, so that the bits of an element do not depend on where it lies.
/// </summary>
internal static class UpdateLoop
{
    /// <summary>Changes parameters and state.</summary>
    /// <param name="update">The update.</param>
    /// <param name="parameters">The parameters.</param>
    /// <param name="gradients">Their gradients, as many.</param>
    /// <param name="state">The numbers that are kept, as many of each.</param>
    public static void Run<TUpdate, T>(TUpdate update, Span<T> parameters, ReadOnlySpan<T> gradients, UpdateState<T> state)
        where TUpdate : struct, IUpdate<T>
        where T : unmanaged, INumber<T>
    {
        if (Vector512.IsHardwareAccelerated && Vector512<T>.IsSupported)
            RunWith<TUpdate, Lanes512<T>, T>(update, parameters, gradients, state);
        else if (Vector256.IsHardwareAccelerated && Vector256<T>.IsSupported)
            RunWith<TUpdate, Lanes256<T>, T>(update, parameters, gradients, state);
        else if (Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported)
            RunWith<TUpdate, Lanes128<T>, T>(update, parameters, gradients, state);
        else
            RunWith<TUpdate, ScalarLanes<T>, T>(update, parameters, gradients, state);
    }

    /// <summary>As <see cref="Run"/>, with vectors of a given width.</summary>
    internal static void RunWith<TUpdate, TLanes, T>(TUpdate update, Span<T> parameters, ReadOnlySpan<T> gradients, UpdateState<T> state)
        where TUpdate : struct, IUpdate<T>
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, INumber<T>
    {
        int whole = parameters.Length - (parameters.Length % TLanes.Count);
        Vectors<TUpdate, TLanes, T>(update, parameters[..whole], gradients, state);
        if (whole < parameters.Length)
            Rest<TUpdate, TLanes, T>(update, parameters[whole..], gradients[whole..], state.From(whole));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Vectors<TUpdate, TLanes, T>(TUpdate update, Span<T> parameters, ReadOnlySpan<T> gradients, UpdateState<T> state)
        where TUpdate : struct, IUpdate<T>
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, INumber<T>
    {
        int kept = update.StateCount;
        ref T p = ref MemoryMarshal.GetReference(parameters);
        ref T g = ref MemoryMarshal.GetReference(gradients);
        ref T a = ref MemoryMarshal.GetReference(state.First);
        ref T b = ref MemoryMarshal.GetReference(state.Second);
        ref T c = ref MemoryMarshal.GetReference(state.Third);
        for (nint i = 0; i < parameters.Length; i += TLanes.Count)
        {
            TLanes first = kept > 0 ? TLanes.Load(ref Unsafe.Add(ref a, i)) : TLanes.Zero;
            TLanes second = kept > 1 ? TLanes.Load(ref Unsafe.Add(ref b, i)) : TLanes.Zero;
            TLanes third = kept > 2 ? TLanes.Load(ref Unsafe.Add(ref c, i)) : TLanes.Zero;
            TLanes changed = update.Apply(TLanes.Load(ref Unsafe.Add(ref p, i)), TLanes.Load(ref Unsafe.Add(ref g, i)), ref first, ref second, ref third);
            TLanes.Store(changed, ref Unsafe.Add(ref p, i));
            if (kept > 0)
                TLanes.Store(first, ref Unsafe.Add(ref a, i));
            if (kept > 1)
                TLanes.Store(second, ref Unsafe.Add(ref b, i));
            if (kept > 2)
                TLanes.Store(third, ref Unsafe.Add(ref c, i));
        }
    }

    /// <summary>Less than a vector: through padded copies.</summary>
    private static void Rest<TUpdate, TLanes, T>(TUpdate update, Span<T> parameters, ReadOnlySpan<T> gradients, UpdateState<T> state)
        where TUpdate : struct, IUpdate<T>
        where TLanes : struct, ILanes<TLanes, T>
        where T : unmanaged, INumber<T>
    {
        const int Operands = 5;
        int width = TLanes.Count;
        Span<T> padded = stackalloc T[Operands * width];
        padded.Clear();
        parameters.CopyTo(padded);
        gradients.CopyTo(padded[width..]);
        UpdateState<T> paddedState = new(padded.Slice(2 * width, width), padded.Slice(3 * width, width), padded.Slice(4 * width, width));
        state.CopyTo(paddedState);

        Vectors<TUpdate, TLanes, T>(update, padded[..width], padded.Slice(width, width), paddedState);

        padded[..parameters.Length].CopyTo(parameters);
        paddedState.Start(parameters.Length).CopyTo(state);
    }
}
