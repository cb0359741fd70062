using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedTensors.Data;

/// <summary>A type of elements that both NPY files and tensors hold.</summary>
internal abstract class NpyElementType
{
    private const string Supported = "expected bool, integers of 8 to 64 bits or floating-point numbers of 16, 32 or 64 bits";

    private static readonly NpyElementType[] All =
    [
        new NpyElementType<bool>("b1"),
        new NpyElementType<sbyte>("i1"),
        new NpyElementType<short>("i2"),
        new NpyElementType<int>("i4"),
        new NpyElementType<long>("i8"),
        new NpyElementType<byte>("u1"),
        new NpyElementType<ushort>("u2"),
        new NpyElementType<uint>("u4"),
        new NpyElementType<ulong>("u8"),
        new NpyElementType<Half>("f2"),
        new NpyElementType<float>("f4"),
        new NpyElementType<double>("f8"),
    ];

    private static readonly Dictionary<string, NpyElementType> ByCode = All.ToDictionary(type => type.Code);
    private static readonly Dictionary<Type, NpyElementType> ByType = All.ToDictionary(type => type.Type);

    /// <summary>Kind and number of bytes, as numpy writes them: <c>f4</c>.</summary>
    public abstract string Code { get; }

    /// <summary>The type of the elements in a tensor.</summary>
    public abstract Type Type { get; }

    /// <summary>The number of bytes of an element.</summary>
    public abstract int Width { get; }

    /// <summary>The name of the elements' type in C#.</summary>
    public string Name => ElementTypeNames.Of(Type);

    /// <summary>Finds the element type of a tensor.</summary>
    /// <exception cref="ArgumentException">The format has none such.</exception>
    public static NpyElementType Of(Type type) => ByType.TryGetValue(type, out NpyElementType? found)
        ? found
        : throw new ArgumentException($"Npy: the format has no elements of the type {ElementTypeNames.Of(type)}; {Supported}");

    /// <summary>Reads the entry <c>descr</c> of a header: byte order, kind and number of bytes.</summary>
    public static (NpyElementType Type, bool IsBigEndian) Parse(object? descr, NpySource source)
    {
        if (descr is List<object?>)
            throw source.Refuse($"the elements are structures of named fields, which a tensor does not hold; {Supported}");
        if (descr is not string text)
            throw source.Refuse($"'descr' in the header is neither a text nor a list; {Supported}");
        string shown = $"'{NpySource.Printable(text)}'";
        if (text.Length >= 2 && text[0] is '<' or '>' or '|')
        {
            if (ByCode.TryGetValue(text[1..], out NpyElementType? type) && (text[0] != '|' || type.Width == 1))
                return (type, text[0] == '>');
            if (Kind(text[1]) is { } kind)
                throw source.Refuse($"the elements are {kind} ({shown}), which a tensor does not hold; {Supported}");
        }

        throw source.Refuse($"'descr' in the header is {shown}; {Supported}");
    }

    /// <summary>Reads the elements that follow a header.</summary>
    /// <param name="stream">The stream, behind the header.</param>
    /// <param name="header">The header.</param>
    /// <param name="available">How many bytes are said to follow, or null where nobody says it.</param>
    /// <param name="isPresent">Whether they are known to be there.</param>
    /// <param name="source">The file, for messages.</param>
    public abstract Tensor Read(Stream stream, NpyHeader header, long? available, bool isPresent, NpySource source);

    /// <summary>Writes a tensor of this type.</summary>
    public abstract void Write(Stream stream, Tensor tensor);

    // Kinds of numpy that have no counterpart; the letters of those that have one stand for widths that have none.
    private static string? Kind(char letter) => letter switch
    {
        'O' => "Python objects",
        'U' => "texts",
        'S' or 'a' => "byte strings",
        'V' => "raw bytes",
        'c' => "complex numbers",
        'M' => "dates",
        'm' => "time spans",
        'f' => "floating-point numbers of another width",
        _ => null,
    };
}

/// <summary>A type of elements that both NPY files and tensors hold.</summary>
/// <typeparam name="T">The type in a tensor.</typeparam>
/// <param name="code">Kind and number of bytes.</param>
internal sealed class NpyElementType<T>(string code) : NpyElementType
    where T : unmanaged
{
    private const int BlockElements = 1 << 16;

    public override string Code => code;

    public override Type Type => typeof(T);

    public override int Width => Unsafe.SizeOf<T>();

    public override Tensor Read(Stream stream, NpyHeader header, long? available, bool isPresent, NpySource source)
    {
        Shape shape = header.Shape;
        long length = (long)shape.ElementCount * Width;
        if (shape.ElementCount > Array.MaxLength)
            throw source.Refuse($"'shape' in the header is {shape}; expected at most {Array.MaxLength} elements");
        if (available is { } bytes)
            CheckLength(shape, length, bytes, isMinimum: false, source);
        T[] elements = FileContents.ReadUpTo<T>(stream, shape.ElementCount, isPresent, out long count, out bool hasMore);
        CheckLength(shape, length, hasMore ? length + 1 : count, isMinimum: hasMore, source);

        if (header.IsBigEndian == BitConverter.IsLittleEndian)
            SwapBytes(elements);
        if (elements is bool[] truths && MemoryMarshal.AsBytes(truths.AsSpan()).IndexOfAnyExceptInRange((byte)0, (byte)1) is >= 0 and var position)
            throw source.Refuse($"element {position} is the byte {MemoryMarshal.AsBytes(truths.AsSpan())[position]:X2}; expected 00 or 01, as the elements are bool");
        int[] strides = header.IsColumnMajor ? ColumnMajorStrides(shape) : shape.RowMajorStrides();
        return new Tensor<T>(new Storage<T>(elements), shape, strides, 0);
    }

    public override void Write(Stream stream, Tensor tensor)
    {
        var typed = (Tensor<T>)tensor;
        bool isColumnMajor = IsColumnMajor(typed);
        stream.Write(NpyHeader.Write($"{(Width == 1 ? '|' : '<')}{code}", isColumnMajor, typed.Shape));
        ReadOnlySpan<T> elements =
            isColumnMajor ? typed.View.Buffer[..typed.ElementCount]
            : typed.IsContiguous ? typed.View.Elements
            : typed.ToArray();
        for (; !elements.IsEmpty; elements = elements[Math.Min(BlockElements, elements.Length)..])
            WriteBlock(stream, elements[..Math.Min(BlockElements, elements.Length)]);
    }

    private static void CheckLength(Shape shape, long length, long actual, bool isMinimum, NpySource source)
    {
        if (FileContents.LengthProblem(shape.Sizes, length, actual, isMinimum) is { } problem)
            throw source.Refuse(problem);
    }

    private static void WriteBlock(Stream stream, ReadOnlySpan<T> block)
    {
        if (!BitConverter.IsLittleEndian && Unsafe.SizeOf<T>() > 1)
        {
            T[] swapped = block.ToArray();
            SwapBytes(swapped);
            block = swapped;
        }

        stream.Write(MemoryMarshal.AsBytes(block));
    }

    private static void SwapBytes(Span<T> elements)
    {
        switch (Unsafe.SizeOf<T>())
        {
            case 2:
                Span<ushort> shorts = MemoryMarshal.Cast<T, ushort>(elements);
                BinaryPrimitives.ReverseEndianness(shorts, shorts);
                break;
            case 4:
                Span<uint> ints = MemoryMarshal.Cast<T, uint>(elements);
                BinaryPrimitives.ReverseEndianness(ints, ints);
                break;
            case 8:
                Span<ulong> longs = MemoryMarshal.Cast<T, ulong>(elements);
                BinaryPrimitives.ReverseEndianness(longs, longs);
                break;
        }
    }

    // A tensor that lies in rows as well is written in rows.
    private static bool IsColumnMajor(Tensor<T> tensor)
    {
        if (tensor.IsContiguous)
            return false;
        int expected = 1;
        for (int axis = 0; axis < tensor.Rank; axis++)
        {
            if (tensor.Shape[axis] != 1 && tensor.Strides[axis] != expected)
                return false;
            expected *= tensor.Shape[axis];
        }

        return true;
    }

    private static int[] ColumnMajorStrides(Shape shape)
    {
        int[] strides = new int[shape.Rank];
        int stride = 1;
        for (int axis = 0; axis < strides.Length; axis++)
        {
            strides[axis] = stride;
            stride *= Math.Max(1, shape[axis]);
        }

        return strides;
    }
}
