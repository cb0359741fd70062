using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedTensors.Kernels.Gemm;

/// <summary>What every other machine with vectors has (NEON, SSE): no masked memory access. For elements of 4 and 8 bytes.</summary>
/// <typeparam name="T">The element type.</typeparam>
internal readonly unsafe struct Lanes128<T> : ILanes<T, Vector128<T>>
    where T : unmanaged
{
    public static bool IsSupported => Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported && sizeof(T) is 4 or 8;

    public static int Count => Vector128<T>.Count;

    // Five, not six: without a fused multiply-add the product needs a register of its own.
    public static int TileRows => 5;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Load(T* source) => Vector128.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Broadcast(T* source) => Vector128.Create(*source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector128<T> value, T* destination) => value.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Add(Vector128<T> left, Vector128<T> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> MultiplyAdd(Vector128<T> left, Vector128<T> right, Vector128<T> addend)
    {
        if (typeof(T) == typeof(float))
            return Vector128.MultiplyAddEstimate(left.AsSingle(), right.AsSingle(), addend.AsSingle()).As<float, T>();
        if (typeof(T) == typeof(double))
            return Vector128.MultiplyAddEstimate(left.AsDouble(), right.AsDouble(), addend.AsDouble()).As<double, T>();
        return (left * right) + addend;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Sum(Vector128<T> value) => Vector128.Sum(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> Mask(int count) => default;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<T> LoadFirst(T* source, Vector128<T> mask, int count)
    {
        T first = count > 0 ? source[0] : default;
        T second = count > 1 ? source[1] : default;
        if (sizeof(T) == 8)
            return Vector128.Create(Vector64.CreateScalar(first), Vector64.CreateScalar(second));

        Vector128<T> low = Vector128.CreateScalar(first).WithElement(1, second);
        return count > 2 ? low.WithElement(2, source[2]).WithElement(3, count > 3 ? source[3] : default) : low;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreFirst(Vector128<T> value, T* destination, Vector128<T> mask, int count)
    {
        if (count > 0)
            destination[0] = value.GetElement(0);
        if (count > 1)
            destination[1] = value.GetElement(1);
        if (sizeof(T) == 4)
        {
            if (count > 2)
                destination[2] = value.GetElement(2);
            if (count > 3)
                destination[3] = value.GetElement(3);
        }
    }
}
