using System.Buffers.Binary;
using System.Text;
using TypedTensors.Data;

namespace TypedTensors.Tests.Data;

public class SafetensorsTests
{
    private const string TwoFloats = "\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]";

    [Fact]
    public void What_was_written_is_read_back()
    {
        Dictionary<string, Tensor<float>> tensors = new()
        {
            ["W1"] = Tensor.From([1f, -2f, 3.5f, float.NaN, float.PositiveInfinity, -0f], 2, 3),
            ["scalar"] = Tensor.Scalar(7f),
            ["empty"] = Tensor.Zeros<float>(0, 4),
            ["größe \"1\"\\"] = Tensor.From([1e-40f], 1),
        };

        IReadOnlyDictionary<string, Tensor<float>> read = Parse(Bytes(tensors));

        Assert.Equal(tensors.Keys.Order(StringComparer.Ordinal), read.Keys);
        foreach ((string name, Tensor<float> tensor) in tensors)
        {
            Assert.Equal(tensor.Shape, read[name].Shape);
            Assert.Equal(tensor.ToArray().Select(BitConverter.SingleToInt32Bits), read[name].ToArray().Select(BitConverter.SingleToInt32Bits));
        }
    }

    [Fact]
    public void The_bytes_are_those_of_the_format()
    {
        byte[] bytes = Bytes(new() { ["b"] = Tensor.From([1f, -2f], 2), ["a"] = Tensor.Scalar(0.5f) });

        const string header =
            """{"a":{"dtype":"F32","shape":[],"data_offsets":[0,4]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""";
        int padded = (header.Length + 7) / 8 * 8;
        Assert.Equal(padded, BinaryPrimitives.ReadInt64LittleEndian(bytes));
        Assert.Equal(header.PadRight(padded), Encoding.UTF8.GetString(bytes, 8, padded));
        Assert.Equal("0000003F0000803F000000C0", Convert.ToHexString(bytes[(8 + padded)..]));
    }

    [Fact]
    public void A_strided_tensor_is_written_in_row_major_order()
    {
        Tensor<float> transposed = Tensor.From([1f, 2f, 3f, 4f, 5f, 6f], 2, 3).T;

        Tensor<float> read = Parse(Bytes(new() { ["x"] = transposed }))["x"];

        Assert.Equal(new Shape(3, 2), read.Shape);
        Assert.Equal([1f, 4f, 2f, 5f, 3f, 6f], read.ToArray());
    }

    [Fact]
    public void Metadata_and_tensors_out_of_order_are_accepted()
    {
        const string header =
            """{"__metadata__":{"format":"pt"},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]},"a":{"shape":[],"data_offsets":[0,4],"dtype":"F32"}}  """;
        IReadOnlyDictionary<string, Tensor<float>> read = Parse(File(header, [0, 0, 0x80, 0x3F, 0, 0, 0, 0x40]));

        Assert.Equal([2f], read["b"].ToArray());
        Assert.Equal([1f], read["a"].ToArray());
        Assert.Equal(2, read.Count);
    }

    [Theory]
    [InlineData("{}", 4, "4 bytes of data follow the header; expected 0, where the last tensor ends")]
    [InlineData("[1]", 0, "the header does not begin with '{'; expected a JSON object")]
    [InlineData("", 0, "the header does not begin with '{'; expected a JSON object")]
    [InlineData("{\"a\":", 0, "the header is not valid JSON (it ends or breaks off at byte 5 of line 1)")]
    [InlineData("{\"a\":{" + TwoFloats + "},\"a\":{" + TwoFloats + "}}", 8, "the header is not valid JSON (a name occurs twice)")]
    [InlineData("{\"a\":[[[[]]]]}", 0, "the header is not valid JSON (it ends or breaks off at byte 7 of line 1)")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[2]}}", 8, "tensor 'a' in the header is malformed; expected exactly a dtype, a shape of integers and two data_offsets")]
    [InlineData("{\"a\":{" + TwoFloats + ",\"more\":1}}", 8, "tensor 'a' in the header is malformed; expected exactly a dtype, a shape of integers and two data_offsets")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[-2],\"data_offsets\":[0,8]}}", 8, "tensor 'a' in the header is malformed; expected exactly a dtype, a shape of integers and two data_offsets")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[2.5],\"data_offsets\":[0,8]}}", 8, "tensor 'a' in the header is malformed; expected exactly a dtype, a shape of integers and two data_offsets")]
    [InlineData("{\"a\":{\"dtype\":\"BF16\",\"shape\":[4],\"data_offsets\":[0,8]}}", 8, "tensor 'a' in the header has dtype BF16; expected F32")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[100000,100000],\"data_offsets\":[0,8]}}", 8, "tensor 'a' in the header has shape (100000, 100000); expected at most 2147483647 elements")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[9999999999],\"data_offsets\":[0,8]}}", 8, "tensor 'a' in the header has shape (9999999999); expected at most 2147483647 elements")]
    [InlineData("{\"a\":{" + TwoFloats + "}}", 7, "tensor 'a' in the header has data_offsets 0 to 8, but 7 bytes of data follow; the file is cut short or damaged")]
    [InlineData("{\"a\":{" + TwoFloats + "}}", 9, "9 bytes of data follow the header; expected 8, where the last tensor ends")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}", 8, "tensor 'a' in the header has data_offsets 0 to 8; expected 12 bytes for shape (3)")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}", 8, "tensor 'a' in the header has data_offsets 8 to 0; expected 8 bytes for shape (2)")]
    [InlineData("{\"a\":{" + TwoFloats + "},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", 8, "tensor 'b' in the header has data_offsets 4 to 8; expected 8, where the tensor before it ends")]
    [InlineData("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", 8, "tensor 'a' in the header has data_offsets 4 to 8; expected 0, where the tensor before it ends")]
    [InlineData("{\"__metadata__\":{\"a\":1}}", 0, "'__metadata__' in the header is not an object of strings")]
    [InlineData("{\"\\ud800\":{" + TwoFloats + "}}", 8, "the header holds text that is not valid Unicode")]
    public void A_file_that_is_not_valid_is_refused_in_one_sentence(string header, int dataLength, string problem)
    {
        DataFileException exception = Assert.Throws<DataFileException>(() => Parse(File(header, new byte[dataLength])));
        Assert.Equal($"some.safetensors: {problem}.", exception.Message);
    }

    [Theory]
    [InlineData("", "the file has 0 bytes; expected a safetensors file, which has at least 8")]
    [InlineData("0200000000000000", "the file is cut short: the header should have 2 bytes, and 0 follow")]
    [InlineData("FFFFFFFFFFFFFFFF7B7D", "the header's length is given as 18446744073709551615 bytes; expected a safetensors file, with at most 100000000")]
    public void A_broken_frame_is_refused_in_one_sentence(string hex, string problem)
    {
        DataFileException exception = Assert.Throws<DataFileException>(() => Parse(Convert.FromHexString(hex)));
        Assert.Equal($"some.safetensors: {problem}.", exception.Message);
    }

    [Fact]
    public void A_file_is_replaced_in_one_step_or_left_as_it_was()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("weights.safetensors");
        Safetensors.Write(path, new Dictionary<string, Tensor<float>> { ["a"] = Tensor.From([1f], 1) });

        Dictionary<string, Tensor<float>> unwritable = new() { ["__metadata__"] = Tensor.From([2f], 1) };
        Assert.Throws<ArgumentException>(() => Safetensors.Write(path, unwritable));
        Assert.Equal([1f], Safetensors.Read(path)["a"].ToArray());

        Safetensors.Write(path, new Dictionary<string, Tensor<float>> { ["a"] = Tensor.From([3f], 1) });
        Assert.Equal([3f], Safetensors.Read(path)["a"].ToArray());
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void A_missing_file_is_named() => Assert.Equal(
        "no-such.safetensors: there is no such file.",
        Assert.Throws<DataFileException>(() => Safetensors.Read("no-such.safetensors")).Message);

    [Fact]
    public void A_mutated_file_is_read_or_refused_and_never_costs_much_memory()
    {
        Random random = new(MassTests.Seed);
        byte[][] originals =
        [
            Bytes(new() { ["W1"] = Tensor.From(new float[12], 3, 4), ["B1"] = Tensor.From([1f, 2f, 3f], 3), ["s"] = Tensor.Scalar(1f) }),
            File("{\"__metadata__\":{\"format\":\"pt\"},\"a\":{" + TwoFloats + "}}", new byte[8]),
            File("{}", []),
        ];
        int read = 0, refused = 0;

        for (int i = 0; i < MassTests.Count(10_000); i++)
        {
            byte[] bytes = Mutation.Mutate(originals[random.Next(originals.Length)], random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                IReadOnlyDictionary<string, Tensor<float>> tensors = Parse(bytes);
                Assert.InRange(tensors.Values.Sum(tensor => tensor.ElementCount) * sizeof(float), 0, bytes.Length);
                read++;
            }
            catch (DataFileException exception)
            {
                Mutation.AssertOneSentence(exception);
                refused++;
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
        }

        Assert.True(read > 0 && refused > 0, $"{read} read, {refused} refused");
    }

    private static byte[] Bytes(Dictionary<string, Tensor<float>> tensors)
    {
        using MemoryStream stream = new();
        Safetensors.Write(stream, tensors);
        return stream.ToArray();
    }

    private static byte[] File(string header, byte[] data)
    {
        byte[] text = Encoding.UTF8.GetBytes(header);
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(length, text.Length);
        return [.. length, .. text, .. data];
    }

    private static IReadOnlyDictionary<string, Tensor<float>> Parse(byte[] bytes) =>
        Safetensors.Read(new MemoryStream(bytes), "some.safetensors");
}
