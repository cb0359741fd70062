using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TypedTensors.SideBySide;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
string python = args.ElementAtOrDefault(0) ?? "python3";
int rounds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 15;
string[] optimizers = ["for-each-off/zeros", "for-each-off/none", "for-each-on/zeros", "for-each-on/none"];

IReadOnlyList<Peer> peers = Peer.StartAll(python);
try
{
    string vectors = Vector512.IsHardwareAccelerated ? "512" : Vector256.IsHardwareAccelerated ? "256" : "128";
    Console.WriteLine($"TypedTensors on {RuntimeInformation.FrameworkDescription}, vectors of {vectors} bits, one thread; microseconds");
    foreach (Peer peer in peers)
        Console.WriteLine($"{peer.About}, environment {peer.Environment}, one thread");
    if (peers.Count == 0)
        Console.WriteLine($"{python} has no PyTorch: only our numbers");

    Console.WriteLine();
    Console.WriteLine($"{"workload",-38}{"ours",9}{"median",9}{"PyTorch",10}{"median",9}{"ratio",8}  PyTorch's best configuration");
    foreach (Workload workload in Workload.All)
        Console.WriteLine(Row(workload));
}
finally
{
    foreach (Peer peer in peers)
        peer.Dispose();
}

// Both sides in turn, so that what disturbs the machine disturbs both. Of PyTorch's configurations the one with the least minimum counts.
string Row(Workload workload)
{
    Samples ours = new("", workload.Run);
    List<Samples> theirs =
    [
        .. from peer in peers
           from optimizer in workload.IsStep ? optimizers : optimizers[..1]
           select new Samples($"{peer.Environment}{(workload.IsStep ? ", " + optimizer : "")}", count => peer.Run(workload, optimizer, count)),
    ];
    Samples[] all = [ours, .. theirs];
    foreach (Samples samples in all)
        samples.WarmUp();
    for (int round = 0; round < rounds; round++)
    {
        foreach (Samples samples in all)
            samples.Take();
    }

    string row = $"{workload.Title,-38}{ours.Minimum,9:F1}{ours.Median,9:F1}";
    return theirs.MinBy(samples => samples.Minimum) is { } best
        ? $"{row}{best.Minimum,10:F1}{best.Median,9:F1}{best.Minimum / ours.Minimum,8:F2}  {best.Title}"
        : row;
}
