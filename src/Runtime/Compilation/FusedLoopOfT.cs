using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using TypedTensors.Kernels.Elementwise;

namespace TypedTensors.Compilation;

/// <summary>
/// Runs a kernel over operands of any strides that are broadcast to the shape of the results, with the widest vectors that the machine
/// computes with. Allocates nothing.
/// </summary>
/// <typeparam name="T">The element type of the computation.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct FusedLoop<T>
    where T : unmanaged, INumber<T>
{
    // Masks are kept as if they held numbers; the kinds tell which they are.
    internal OperandView<T> Operand0, Operand1, Operand2, Operand3, Operand4, Operand5, Operand6, Operand7;
    internal TensorView<T> Result0, Result1, Result2, Result3;
    private OperandKinds _kinds;

    /// <summary>A loop over the elements of a shape.</summary>
    /// <param name="sizes">The sizes of the common shape, which every result has.</param>
    public FusedLoop(ReadOnlySpan<int> sizes) => Sizes = sizes;

    internal ReadOnlySpan<int> Sizes { get; }

    internal readonly OperandKinds Kinds => _kinds;

    /// <summary>Sets an operand of numbers.</summary>
    /// <param name="index">The operand's index.</param>
    /// <param name="view">The numbers, broadcast to the shape. Where there is no tensor the kernel reads zeros.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Operand(int index, TensorView<T> view)
    {
        OperandAt(index) = view.IsPresent ? new OperandView<T>(view) : default;
        _kinds = _kinds.WithOperand(index, isMask: false);
    }

    /// <summary>Sets an operand that is the same number everywhere.</summary>
    /// <param name="index">The operand's index.</param>
    /// <param name="value">The number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Number(int index, T value)
    {
        OperandAt(index) = new OperandView<T>(value);
        _kinds = _kinds.WithOperand(index, isMask: false);
    }

    /// <summary>Sets an operand of truth values.</summary>
    /// <param name="index">The operand's index.</param>
    /// <param name="view">The truth values, broadcast to the shape.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Mask(int index, TensorView<bool> view)
    {
        OperandAt(index) = new OperandView<T>(Unsafe.As<TensorView<bool>, TensorView<T>>(ref view));
        _kinds = _kinds.WithOperand(index, isMask: true);
    }

    /// <summary>Sets a result of numbers.</summary>
    /// <param name="index">The result's index.</param>
    /// <param name="view">Memory of the shape. It may be that of an operand of the same shape and strides.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Result(int index, TensorView<T> view)
    {
        ResultAt(index) = view;
        _kinds = _kinds.WithResult(index, isMask: false);
    }

    /// <summary>Sets a result of truth values.</summary>
    /// <param name="index">The result's index.</param>
    /// <param name="view">Memory of the shape.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void MaskResult(int index, TensorView<bool> view)
    {
        ResultAt(index) = Unsafe.As<TensorView<bool>, TensorView<T>>(ref view);
        _kinds = _kinds.WithResult(index, isMask: true);
    }

    /// <summary>Computes every element of the results. Every operand and result up to the highest index must be set.</summary>
    /// <typeparam name="TKernel">The kernel.</typeparam>
    public void Run<TKernel>()
        where TKernel : struct, IFusedKernel<T>
    {
        if (Vector512.IsHardwareAccelerated && Vector512<T>.IsSupported)
            RunWith<TKernel, Lanes512<T>>();
        else if (Vector256.IsHardwareAccelerated && Vector256<T>.IsSupported)
            RunWith<TKernel, Lanes256<T>>();
        else if (Vector128.IsHardwareAccelerated && Vector128<T>.IsSupported)
            RunWith<TKernel, Lanes128<T>>();
        else
            RunWith<TKernel, ScalarLanes<T>>();
    }

    /// <summary>As <see cref="Run"/>, with vectors of a given width.</summary>
    internal unsafe void RunWith<TKernel, TLanes>()
        where TKernel : struct, IFusedKernel<T>
        where TLanes : struct, ILanes<TLanes, T> => ElementLoop<TLanes, T>.Run(ref this, &KernelLoop<TKernel, TLanes, T>.Run);

    [UnscopedRef]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref OperandView<T> OperandAt(int index)
    {
        switch (index)
        {
            case 0: return ref Operand0;
            case 1: return ref Operand1;
            case 2: return ref Operand2;
            case 3: return ref Operand3;
            case 4: return ref Operand4;
            case 5: return ref Operand5;
            case 6: return ref Operand6;
            case 7: return ref Operand7;
            default: throw new ArgumentOutOfRangeException(nameof(index));
        }
    }

    [UnscopedRef]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref TensorView<T> ResultAt(int index)
    {
        switch (index)
        {
            case 0: return ref Result0;
            case 1: return ref Result1;
            case 2: return ref Result2;
            case 3: return ref Result3;
            default: throw new ArgumentOutOfRangeException(nameof(index));
        }
    }
}
