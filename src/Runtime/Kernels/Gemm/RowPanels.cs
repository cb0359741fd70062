namespace TypedTensors.Kernels.Gemm;

/// <summary>Rows cut evenly into panels of at most a given height: 29 rows are 10, 10 and 9, not 14, 14 and 1.</summary>
internal readonly struct RowPanels
{
    private readonly int _height;

    public RowPanels(int rows, int limit)
    {
        Count = (rows + limit - 1) / limit;
        _height = rows / Count;
        TallerCount = rows - (_height * Count);
    }

    public int Count { get; }

    /// <summary>The first so many panels are one row taller than the others.</summary>
    public int TallerCount { get; }

    public int Start(int panel) => (panel * _height) + Math.Min(panel, TallerCount);

    public int Height(int panel) => panel < TallerCount ? _height + 1 : _height;
}
