namespace TypedTensors.Kernels.Elementwise;

/// <summary>
/// One or more elements that are computed on together: a vector register, or a single element. Element-wise functions are
/// written once against this interface; the just-in-time compiler specialises them for each width.
/// </summary>
/// <remarks>
/// Every implementation gives the same bits for the same element, whichever lane it sits in, so that results depend neither
/// on alignment nor on the length of a tensor.
/// </remarks>
/// <typeparam name="TSelf">The implementing type.</typeparam>
/// <typeparam name="T">The element type.</typeparam>
public unsafe interface ILanes<TSelf, T>
    where TSelf : struct, ILanes<TSelf, T>
    where T : unmanaged
{
    /// <summary>How many elements there are.</summary>
    static abstract int Count { get; }

    /// <summary>All lanes zero.</summary>
    static abstract TSelf Zero { get; }

    /// <summary>All lanes one.</summary>
    static abstract TSelf One { get; }

    /// <summary>All lanes the same value.</summary>
    static abstract TSelf Broadcast(T value);

    /// <summary>Reads consecutive elements.</summary>
    static abstract TSelf Load(ref readonly T source);

    /// <summary>Writes consecutive elements.</summary>
    static abstract void Store(TSelf lanes, ref T destination);

    /// <summary>Reads consecutive truth values as a mask.</summary>
    static abstract TSelf LoadMask(ref readonly bool source);

    /// <summary>Writes a mask as consecutive truth values.</summary>
    static abstract void StoreMask(TSelf mask, ref bool destination);

    /// <summary>The sum.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>The difference.</summary>
    static abstract TSelf operator -(TSelf left, TSelf right);

    /// <summary>The product.</summary>
    static abstract TSelf operator *(TSelf left, TSelf right);

    /// <summary>The quotient; C#'s, so that integers truncate.</summary>
    static abstract TSelf operator /(TSelf left, TSelf right);

    /// <summary>The negative.</summary>
    static abstract TSelf operator -(TSelf value);

    /// <summary><c>left * right + addend</c>, rounded once where the machine can.</summary>
    static abstract TSelf MultiplyAdd(TSelf left, TSelf right, TSelf addend);

    /// <summary>The mask of lanes where <c>left == right</c>. What a lane of a mask holds is up to the implementation.</summary>
    static abstract TSelf Equal(TSelf left, TSelf right);

    /// <summary>The mask of lanes where <c>left &lt; right</c>; false where one is NaN.</summary>
    static abstract TSelf Less(TSelf left, TSelf right);

    /// <summary>The mask of lanes where <c>left &lt;= right</c>; false where one is NaN.</summary>
    static abstract TSelf LessOrEqual(TSelf left, TSelf right);

    /// <summary>The complement of a mask.</summary>
    static abstract TSelf Not(TSelf mask);

    /// <summary>Where the mask is set the first value, elsewhere the second.</summary>
    static abstract TSelf Select(TSelf mask, TSelf whenSet, TSelf otherwise);

    /// <summary>The larger value; NaN where one is NaN.</summary>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>The smaller value; NaN where one is NaN.</summary>
    static abstract TSelf Min(TSelf left, TSelf right);

    /// <summary>The value without its sign; the least integer stays what it is.</summary>
    static abstract TSelf Abs(TSelf value);

    /// <summary>The largest whole number that is not larger; integers stay.</summary>
    static abstract TSelf Floor(TSelf value);

    /// <summary>The nearest whole number, the even one of two as near; integers stay.</summary>
    static abstract TSelf Round(TSelf value);

    /// <summary>The square root. Floating point only.</summary>
    static abstract TSelf Sqrt(TSelf value);

    /// <summary>e to the power of the value. Floating point only.</summary>
    static abstract TSelf Exp(TSelf value);

    /// <summary>The natural logarithm. Floating point only.</summary>
    static abstract TSelf Log(TSelf value);

    /// <summary>The hyperbolic tangent. Floating point only.</summary>
    static abstract TSelf Tanh(TSelf value);

    /// <summary>The logistic function 1 / (1 + e^-x). Floating point only.</summary>
    static abstract TSelf Sigmoid(TSelf value);

    /// <summary>The first value to the power of the second. Floating point only.</summary>
    static abstract TSelf Power(TSelf value, TSelf exponent);

    /// <summary>A function of single elements, lane by lane: for what has no vector form.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    static abstract TSelf Map<TFunction>(TSelf value)
        where TFunction : struct, IScalarFunction<T>;

    /// <summary>A function of pairs of single elements, lane by lane: for what has no vector form.</summary>
    /// <typeparam name="TFunction">The function.</typeparam>
    static abstract TSelf Map<TFunction>(TSelf left, TSelf right)
        where TFunction : struct, IScalarPairFunction<T>;

    /// <summary>The sum of all lanes, the halves added to each other first.</summary>
    internal static abstract T SumAcross(TSelf lanes);

    /// <summary>The largest lane; NaN where one is NaN.</summary>
    internal static abstract T MaxAcross(TSelf lanes);

    /// <summary>Reads some consecutive elements, fewer than there are lanes, without touching the memory after them.</summary>
    /// <param name="source">The first.</param>
    /// <param name="count">How many to read.</param>
    /// <param name="padding">What the other lanes hold.</param>
    internal static abstract TSelf LoadFirst(T* source, int count, T padding);

    /// <summary>Writes some lanes, fewer than there are, as consecutive elements without touching the memory after them.</summary>
    internal static abstract void StoreFirst(TSelf lanes, T* destination, int count);
}
