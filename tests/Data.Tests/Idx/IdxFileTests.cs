using TypedTensors.Data;

namespace TypedTensors.Tests.Data;

public class IdxFileTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_file_gives_its_sizes_and_elements(bool compressed)
    {
        byte[] bytes = IdxBytes.Of([2, 3]);

        IdxFile file = IdxBytes.Read(compressed ? IdxBytes.Gzip(bytes) : bytes);

        Assert.Equal([2, 3], file.Sizes);
        Assert.Equal(IdxElementType.UInt8, file.ElementType);
        Assert.Equal([0, 1, 2, 3, 4, 5], file.Bytes.ToArray());
        Assert.Equal([0f, 1f, 2f, 3f, 4f, 5f], file.ToArray<float>());
    }

    [Theory]
    [InlineData(IdxElementType.UInt8, "FF01", new double[] { 255, 1 })]
    [InlineData(IdxElementType.Int8, "FF01", new double[] { -1, 1 })]
    [InlineData(IdxElementType.Int16, "FFFE0102", new double[] { -2, 258 })]
    [InlineData(IdxElementType.Int32, "FFFFFFFD00010000", new double[] { -3, 65536 })]
    [InlineData(IdxElementType.Float32, "3FC00000C0000000", new double[] { 1.5, -2 })]
    [InlineData(IdxElementType.Float64, "3FF8000000000000C000000000000000", new[] { 1.5, -2 })]
    public void Every_element_type_is_read_big_endian(IdxElementType type, string elements, double[] expected)
    {
        IdxFile file = IdxBytes.Read(IdxBytes.Of(type, [2], Convert.FromHexString(elements)));

        Assert.Equal(2, file.ElementCount);
        Assert.Equal(expected, file.ToArray<double>());
    }

    [Fact]
    public void A_size_of_zero_gives_no_elements() => Assert.Empty(IdxBytes.Read(IdxBytes.Of([0, 3])).ToArray<int>());

    [Theory]
    [InlineData("", "the file ends within its header; expected an IDX file")]
    [InlineData("000008", "the file ends within its header; expected an IDX file")]
    [InlineData("89504E470D0A", "the file begins with the bytes 89 50; expected an IDX file, which begins with 00 00")]
    [InlineData("0000070100000001AA", "element type 0x07 is unknown; expected 0x08, 0x09 or 0x0B to 0x0E")]
    [InlineData("00000A0100000001AA", "element type 0x0A is unknown; expected 0x08, 0x09 or 0x0B to 0x0E")]
    [InlineData("00000800", "the header names 0 dimensions; expected 1 to 8")]
    [InlineData("00000809", "the header names 9 dimensions; expected 1 to 8")]
    [InlineData("0000080200000001", "the file ends within its header; expected the sizes of 2 dimensions")]
    [InlineData("0000080180000000", "dimension 0 has size 2147483648; expected at most 2147483647")]
    [InlineData("000008030000FFFF0000FFFF0000FFFF", "the sizes in the header multiply to more than 2147483591 bytes; expected less")]
    [InlineData("0000080100000003AABB", "the file is cut short: the header promises 3 bytes of data, for (3), and 2 follow")]
    [InlineData("00000802000000010000000201020304", "there is data behind the end: the header promises 2 bytes of data, for (1, 2), and 4 follow")]
    [InlineData("00000D0100000001AABB", "the file is cut short: the header promises 4 bytes of data, for (1), and 2 follow")]
    public void A_file_that_is_not_valid_is_refused_in_one_sentence(string hex, string problem)
    {
        DataFileException exception = Assert.Throws<DataFileException>(() => IdxBytes.Read(Convert.FromHexString(hex)));

        Assert.Equal($"some.idx: {problem}.", exception.Message);
        Assert.Equal("some.idx", exception.File);
    }

    [Fact]
    public void Compressed_data_of_the_wrong_length_is_refused()
    {
        byte[] bytes = IdxBytes.Of([4]);

        Assert.Equal(
            "some.idx: the file is cut short: the header promises 4 bytes of data, for (4), and 3 follow.",
            Assert.Throws<DataFileException>(() => IdxBytes.Read(IdxBytes.Gzip(bytes[..^1]))).Message);
        Assert.Equal(
            "some.idx: there is data behind the end: the header promises 4 bytes of data, for (4), and more follow.",
            Assert.Throws<DataFileException>(() => IdxBytes.Read(IdxBytes.Gzip([.. bytes, 7, 7]))).Message);
    }

    [Fact]
    public void Damaged_compression_is_refused()
    {
        byte[] compressed = IdxBytes.Gzip(IdxBytes.Of([40, 40], modulus: 251));
        byte[] damaged = [.. compressed];
        damaged[^6] ^= 0x55; // within the checksum

        foreach (byte[] bytes in new[] { damaged, compressed[..(compressed.Length / 2)], compressed[..12] })
            Assert.StartsWith("some.idx: the ", Assert.Throws<DataFileException>(() => IdxBytes.Read(bytes)).Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_header_that_promises_much_costs_no_memory(bool compressed)
    {
        byte[] bytes = IdxBytes.Of(IdxElementType.UInt8, [2, 1_000_000_000], [1, 2, 3]);
        bytes = compressed ? IdxBytes.Gzip(bytes) : bytes;

        long before = GC.GetAllocatedBytesForCurrentThread();
        DataFileException exception = Assert.Throws<DataFileException>(() => IdxBytes.Read(bytes));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Contains("is cut short: the header promises 2000000000 bytes", exception.Message, StringComparison.Ordinal);
        Assert.InRange(allocated, 0, 1 << 20);
    }

    [Fact]
    public void A_file_that_is_not_there_or_not_a_file_is_refused()
    {
        string missing = Path.Combine(Path.GetTempPath(), "no-such-folder", "missing.idx");
        Assert.Equal(
            missing + ": there is no such file.", Assert.Throws<DataFileException>(() => IdxFile.Read(missing)).Message);
        Assert.StartsWith(
            Path.GetTempPath() + ": the file cannot be read (",
            Assert.Throws<DataFileException>(() => IdxFile.Read(Path.GetTempPath())).Message);
    }

    [Fact]
    public void The_bundled_digits_are_read()
    {
        IdxFile images = IdxFile.Read(Repository.PathTo("data", "digits", "train-images-idx3-ubyte.gz"));
        Assert.Equal([1437, 8, 8], images.Sizes);
        Assert.Equal(255, images.Bytes.ToArray().Max());
    }
}
