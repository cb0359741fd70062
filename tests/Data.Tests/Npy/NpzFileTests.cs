using System.IO.Compression;
using TypedTensors.Data;

namespace TypedTensors.Tests.Data;

public class NpzFileTests
{
    private static readonly Dictionary<string, Tensor> Arrays = new()
    {
        ["W1"] = Tensor.From(new[,] { { 1f, -2f }, { 0.5f, 3f } }),
        ["größe/b"] = Tensor.Scalar(7L),
        ["empty"] = Tensor.Zeros<bool>(0, 3),
    };

    [Theory]
    [InlineData("stored")]
    [InlineData("deflated")]
    public void An_archive_of_numpy_is_read(string kind)
    {
        (byte[] file, Dictionary<string, RecordedArray> expected) = RecordedArray.Archive(kind);

        ArrayDictionary read = Npz.Read(new MemoryStream(file), "some.npz");

        Assert.Equal(expected.Keys, read.Keys);
        Assert.All(expected, item => NpyFileTests.AssertSame(item.Value.ToTensor(), read[item.Key], item.Key));
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public void What_was_written_is_read_back(bool compress, bool canSeek)
    {
        byte[] file = Bytes(Arrays, compress);

        ArrayDictionary read = Npz.Read(canSeek ? new MemoryStream(file) : new NpyBytes.ForwardStream(file), "some.npz");

        Assert.Equal(Arrays.Keys, read.Keys);
        Assert.Equal(Arrays.Count, read.Count);
        Assert.All(Arrays, item => NpyFileTests.AssertSame(item.Value, read[item.Key], item.Key));
        Assert.Equal(file, Bytes(Arrays, compress));
    }

    [Fact]
    public void Every_entry_is_an_npy_file()
    {
        using ZipArchive archive = new(new MemoryStream(Bytes(Arrays, compress: true)));
        ZipArchiveEntry entry = archive.GetEntry("W1.npy")!;
        using MemoryStream plain = new();
        using (Stream contents = entry.Open())
            contents.CopyTo(plain);

        Assert.Equal(NpyBytes.Of(Arrays["W1"]), plain.ToArray());
    }

    [Fact]
    public void An_array_is_taken_by_name_and_type()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("x.npz");
        Npz.Write(path, Arrays);

        ArrayDictionary read = Npz.Read(path);

        Assert.Equal(path, read.Name);
        Assert.Equal([1f, -2f, 0.5f, 3f], read.Get<float>("W1").ToArray());
        Assert.True(read.ContainsKey("empty") && !read.ContainsKey("W2"));
        Assert.Equal(
            $"{path}: array 'W1': the elements are float; expected double.", Assert.Throws<DataFileException>(() => read.Get<double>("W1")).Message);
        Assert.Equal(
            $"{path}: there is no array 'W2'; the file has 'W1', 'größe/b', 'empty'.", Assert.Throws<DataFileException>(() => read["W2"]).Message);
    }

    [Fact]
    public void Names_are_checked_before_they_are_written()
    {
        Assert.Equal("Npz: the name '' is empty (Parameter 'arrays')", Assert.Throws<ArgumentException>(() => Bytes([new("", Tensor.Scalar(1))], false)).Message);
        Assert.Equal(
            "Npz: the name 'a' occurs twice (Parameter 'arrays')",
            Assert.Throws<ArgumentException>(() => Bytes([new("a", Tensor.Scalar(1)), new("a", Tensor.Scalar(2))], false)).Message);
    }

    [Fact]
    public void A_broken_array_is_named()
    {
        Assert.Equal("some.npz: array 'a': the file is empty; expected an NPY file.", Refusal(Zip(compress: true, ("a.npy", []))));
        Assert.Equal(
            "some.npz: array 'a': there is data behind the end: the header promises 4 bytes of data, for (1), and 5 follow.",
            Refusal(Zip(compress: true, ("a.npy", [.. NpyBytes.Of(Tensor.From([1f])), 0]))));
        Assert.Equal(
            "some.npz: there is an entry 'readme.txt'; expected only arrays, whose names end in .npy.", Refusal(Zip(compress: true, ("readme.txt", [1]))));
        Assert.Equal(
            "some.npz: there are two arrays 'a'; expected different names.",
            Refusal(Zip(compress: true, ("a.npy", NpyBytes.Of(Tensor.Scalar(1f))), ("a.npy", NpyBytes.Of(Tensor.Scalar(1f))))));
    }

    [Fact]
    public void A_changed_element_is_found_by_its_checksum()
    {
        byte[] file = Bytes([new("a", Tensor.From([1f, 2f]))], compress: false);
        byte[] elements = [0, 0, 0x80, 0x3F, 0, 0, 0, 0x40];
        file[file.AsSpan().IndexOf(elements)] = 1;

        Assert.Matches("^some.npz: array 'a': its checksum is [0-9A-F]{8}, and the archive promises [0-9A-F]{8}; the file is damaged.$", Refusal(file));
    }

    [Fact]
    public void What_is_no_archive_is_refused() =>
        Assert.StartsWith("some.npz: the archive is damaged, or is no zip archive (", Refusal(NpyBytes.Of(Tensor.Scalar(1f))));

    internal static byte[] Bytes(IEnumerable<KeyValuePair<string, Tensor>> arrays, bool compress)
    {
        using MemoryStream stream = new();
        Npz.Write(stream, arrays, compress);
        return stream.ToArray();
    }

    internal static byte[] Zip(bool compress, params (string Name, byte[] Contents)[] entries)
    {
        using MemoryStream stream = new();
        using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] contents) in entries)
            {
                using Stream entry = archive.CreateEntry(name, compress ? CompressionLevel.Optimal : CompressionLevel.NoCompression).Open();
                entry.Write(contents);
            }
        }

        return stream.ToArray();
    }

    private static string Refusal(byte[] file) =>
        Assert.Throws<DataFileException>(() => Npz.Read(new MemoryStream(file), "some.npz")).Message;
}
