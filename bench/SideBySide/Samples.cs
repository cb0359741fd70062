namespace TypedTensors.SideBySide;

/// <summary>The times of one repetition of a workload by one side, in microseconds.</summary>
/// <param name="title">What was measured, if there is more than one way.</param>
/// <param name="run">Does the workload a number of times and returns the seconds.</param>
internal sealed class Samples(string title, Func<int, double> run)
{
    private const double SecondsOfWarmUp = 1;
    private const double SecondsOfSample = 0.02;

    private readonly List<double> _microseconds = [];
    private int _count = 1;

    public string Title => title;

    public double Minimum => _microseconds.Min();

    public double Median => _microseconds.Order().ElementAt(_microseconds.Count / 2);

    /// <summary>Runs until the code is compiled and the caches are warm, and finds how many repetitions make a sample.</summary>
    public void WarmUp()
    {
        double spent = 0, once = double.PositiveInfinity;
        for (int count = 1; spent < SecondsOfWarmUp; count = (int)Math.Clamp(SecondsOfSample / once, 1, 2.0 * count))
        {
            double seconds = run(count);
            spent += seconds;
            once = Math.Min(once, seconds / count);
        }

        _count = (int)Math.Max(1, SecondsOfSample / once);
    }

    public void Take() => _microseconds.Add(run(_count) / _count * 1e6);
}
