using TypedTensors.Data;

namespace TypedTensors.Tests.Data;

/// <summary>Reads damaged files and counts: each is read or refused in one sentence, and costs memory in proportion to its length.</summary>
internal sealed class MutationCount
{
    // What a reader takes however small the file is: streams and their buffers, texts of messages, an exception.
    private const int Constant = 1 << 18;

    // A byte of a file is at most one element of 8 bytes in a buffer that doubles; deflated, it can be a thousand.
    private const int PerByte = 64;

    private int _read;
    private int _refused;
    private long _most;

    public void Run<T>(int length, Func<T> read, Action<T> check)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        T? result = default;
        DataFileException? refusal = null;
        try
        {
            result = read();
        }
        catch (DataFileException exception)
        {
            refusal = exception;
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        _most = Math.Max(_most, allocated);
        Assert.InRange(allocated, 0, Constant + ((long)PerByte * length));
        if (refusal is not null)
        {
            Mutation.AssertOneSentence(refusal);
            _refused++;
        }
        else
        {
            check(result!);
            _read++;
        }
    }

    public void AssertBoth() => Assert.True(_read > 0 && _refused > 0, $"{_read} read, {_refused} refused, at most {_most} bytes");
}
