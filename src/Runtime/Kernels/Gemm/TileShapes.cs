namespace TypedTensors.Kernels.Gemm;

/// <summary>The height of a tile as a type, so that the compiler drops the rows that a kernel does not have.</summary>
internal interface ITileRows
{
    static abstract int Count { get; }
}

/// <summary>The width of a tile as a type: one or two registers, the last one whole or partly used.</summary>
internal interface ITileColumns
{
    static abstract int Registers { get; }

    static abstract bool Partial { get; }
}

internal readonly struct Rows1 : ITileRows { public static int Count => 1; }

internal readonly struct Rows2 : ITileRows { public static int Count => 2; }

internal readonly struct Rows3 : ITileRows { public static int Count => 3; }

internal readonly struct Rows4 : ITileRows { public static int Count => 4; }

internal readonly struct Rows5 : ITileRows { public static int Count => 5; }

internal readonly struct Rows6 : ITileRows { public static int Count => 6; }

internal readonly struct Rows7 : ITileRows { public static int Count => 7; }

internal readonly struct Rows8 : ITileRows { public static int Count => 8; }

internal readonly struct Rows9 : ITileRows { public static int Count => 9; }

internal readonly struct Rows10 : ITileRows { public static int Count => 10; }

internal readonly struct Rows11 : ITileRows { public static int Count => 11; }

internal readonly struct Rows12 : ITileRows { public static int Count => 12; }

internal readonly struct Rows13 : ITileRows { public static int Count => 13; }

internal readonly struct Rows14 : ITileRows { public static int Count => 14; }

internal readonly struct OneRegister : ITileColumns
{
    public static int Registers => 1;

    public static bool Partial => false;
}

internal readonly struct OnePartialRegister : ITileColumns
{
    public static int Registers => 1;

    public static bool Partial => true;
}

internal readonly struct TwoRegisters : ITileColumns
{
    public static int Registers => 2;

    public static bool Partial => false;
}

internal readonly struct TwoRegistersLastPartial : ITileColumns
{
    public static int Registers => 2;

    public static bool Partial => true;
}
