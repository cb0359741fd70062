using TypedTensors.Data;

namespace TypedTensors.Tests.Data;

public class NpyFileTests
{
    private const string TwoFloats = "'descr': '<f4', 'fortran_order': False, 'shape': (2,)";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_file_of_numpy_is_read(bool canSeek)
    {
        foreach (RecordedArray array in RecordedArray.All)
            AssertSame(array.ToTensor(), NpyBytes.Read(array.File, canSeek), array.Name);
    }

    [Fact]
    public void A_file_is_written_byte_by_byte_as_numpy_writes_it()
    {
        RecordedArray[] arrays = [.. RecordedArray.All.Where(array => array.IsWrittenAlike)];
        Assert.True(arrays.Length > 100);
        foreach (RecordedArray array in arrays)
        {
            Tensor read = NpyBytes.Read(array.File);
            Assert.Equal(array.File, NpyBytes.Of(read));
            if (!array.IsColumnMajor)
                Assert.Equal(array.File, NpyBytes.Of(array.ToTensor()));
        }
    }

    [Fact]
    public void A_column_major_file_becomes_a_tensor_with_such_strides()
    {
        byte[] file = NpyBytes.Of("{'descr': '<i4', 'fortran_order': True, 'shape': (2, 3), }", [.. Enumerable.Range(0, 6).SelectMany(BitConverter.GetBytes)]);

        var tensor = (Tensor<int>)NpyBytes.Read(file);

        Assert.Equal([1, 2], tensor.Strides.ToArray());
        Assert.Equal([0, 2, 4, 1, 3, 5], tensor.ToArray());
    }

    [Fact]
    public void A_strided_tensor_is_written_in_row_major_order()
    {
        Tensor<float> strided = Tensor.Arange<float>(12).Reshape(3, 4)[.., Slice.Step(.., 2)];

        var read = (Tensor<float>)NpyBytes.Read(NpyBytes.Of(strided));

        Assert.Equal([0f, 2f, 4f, 6f, 8f, 10f], read.ToArray());
        Assert.Equal(new Shape(3, 2), read.Shape);
    }

    [Fact]
    public void A_tensor_keeps_its_bits()
    {
        double[] values = [double.NaN, double.NegativeInfinity, -0.0, 5e-324, double.MaxValue, BitConverter.UInt64BitsToDouble(0xFFF8000000000123)];

        var read = (Tensor<double>)NpyBytes.Read(NpyBytes.Of(Tensor.From(values)));

        Assert.Equal(values.Select(BitConverter.DoubleToInt64Bits), read.ToArray().Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void A_file_is_read_by_its_path_and_element_type()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("x.npy");
        Npy.Write(path, Tensor.From([1.5f, 2f]));

        Assert.Equal([1.5f, 2f], Npy.Read<float>(path).ToArray());
        Assert.IsType<Tensor<float>>(Npy.Read(path));
        Assert.Equal(
            $"{path}: the elements are float ('f4'); expected double.", Assert.Throws<DataFileException>(() => Npy.Read<double>(path)).Message);
        Assert.Equal(
            "Npy: the format has no elements of the type decimal; expected bool, integers of 8 to 64 bits or floating-point numbers of 16, 32 or 64 bits",
            Assert.Throws<ArgumentException>(() => Npy.Read<decimal>(path)).Message);
        Assert.Throws<ArgumentException>(() => Npy.Write(path, Tensor.From([1m])));
        Assert.Equal([1.5f, 2f], Npy.Read<float>(path).ToArray());
        Assert.Equal([path], Directory.GetFiles(folder.Path));
        Assert.Equal("no-such.npy: there is no such file.", Assert.Throws<DataFileException>(() => Npy.Read("no-such.npy")).Message);
    }

    [Theory]
    [InlineData("{'descr':'<f4','fortran_order':False,'shape':(2,)}")]
    [InlineData("{ 'shape' : ( 2 , ) ,\t\"descr\" : \"<f4\" , 'fortran_order' : False }\n  \n")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2L,), }")]
    public void What_a_Python_dictionary_may_look_like_is_accepted(string header) =>
        Assert.Equal([0f, 0f], ((Tensor<float>)NpyBytes.Read(NpyBytes.Of(header, new byte[8]))).ToArray());

    [Theory]
    [InlineData("", "the header is not a dictionary of Python literals (expected '{' at character 0)")]
    [InlineData("{", "the header is not a dictionary of Python literals (expected a string in quotes at character 1)")]
    [InlineData("{1: 2}", "the header is not a dictionary of Python literals (expected a string in quotes at character 1)")]
    [InlineData("{'descr'", "the header is not a dictionary of Python literals (expected ':' at character 8)")]
    [InlineData("{'descr: 1", "the header is not a dictionary of Python literals (expected the end of the string, ', and neither an escape nor a line break before it at character 10)")]
    [InlineData("{'a': '\\x41'}", "the header is not a dictionary of Python literals (expected the end of the string, ', and neither an escape nor a line break before it at character 7)")]
    [InlineData("{'a': 1 'b': 2}", "the header is not a dictionary of Python literals (expected ',' or '}' at character 8)")]
    [InlineData("{'a': (1 2)}", "the header is not a dictionary of Python literals (expected ',' or ')' at character 9)")]
    [InlineData("{'a': [1 2)}", "the header is not a dictionary of Python literals (expected ',' or ']' at character 9)")]
    [InlineData("{'a': ((((((((((1))))))))))}", "the header is not a dictionary of Python literals (expected at most 8 brackets inside each other at character 14)")]
    [InlineData("{'a': __import__('os')}", "the header is not a dictionary of Python literals (expected a string, a number, True, False, None, a tuple or a list at character 6)")]
    [InlineData("{'a': 2 + 3}", "the header is not a dictionary of Python literals (expected ',' or '}' at character 8)")]
    [InlineData("{'a': 99999999999999999999}", "the header is not a dictionary of Python literals (expected a whole number of 64 bits at character 6)")]
    [InlineData("{'a': -}", "the header is not a dictionary of Python literals (expected a whole number of 64 bits at character 6)")]
    [InlineData("{} {}", "the header is not a dictionary of Python literals (expected nothing behind the dictionary at character 3)")]
    [InlineData("{}", "the header has no entry 'descr'; expected 'descr', 'fortran_order' and 'shape'")]
    [InlineData("{'descr': '<f4', 'shape': (2,)}", "the header has no entry 'fortran_order'; expected 'descr', 'fortran_order' and 'shape'")]
    [InlineData("{'descr': '<f4', 'fortran_order': False}", "the header has no entry 'shape'; expected 'descr', 'fortran_order' and 'shape'")]
    [InlineData("{" + TwoFloats + ", 'extra': 1}", "the header has an entry 'extra'; expected 'descr', 'fortran_order' and 'shape'")]
    [InlineData("{" + TwoFloats + ", 'shape': (1,)}", "the header has two entries 'shape'; expected 'descr', 'fortran_order' and 'shape'")]
    [InlineData("{'descr': '<f4', 'fortran_order': 0, 'shape': (2,)}", "'fortran_order' in the header is 0; expected True or False")]
    [InlineData("{'descr': '<f4', 'fortran_order': None, 'shape': (2,)}", "'fortran_order' in the header is None; expected True or False")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': [2]}", "'shape' in the header is a list; expected a tuple of whole numbers")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2)}", "'shape' in the header is 2; expected a tuple of whole numbers")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': ('2',)}", "'shape' in the header is a tuple of something else; expected a tuple of whole numbers")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (True,)}", "'shape' in the header is a tuple of something else; expected a tuple of whole numbers")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2, -1)}", "'shape' in the header is (2, -1); expected sizes that are not negative, and at most 2147483647 elements")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2147483648,)}", "'shape' in the header is (2147483648); expected sizes that are not negative, and at most 2147483647 elements")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (4294967296, 4294967296, 4294967296)}", "'shape' in the header is (4294967296, 4294967296, 4294967296); expected sizes that are not negative, and at most 2147483647 elements")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (65536, 65536)}", "'shape' in the header is (65536, 65536); expected sizes that are not negative, and at most 2147483647 elements")]
    [InlineData("{'descr': '<f8', 'fortran_order': False, 'shape': (2147483647,)}", "'shape' in the header is (2147483647); expected at most 2147483591 elements")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1)}", "'shape' in the header has 33 dimensions; expected at most 32")]
    [InlineData("{'descr': ('<f4', (2,)), 'fortran_order': False, 'shape': (2,)}", "'descr' in the header is neither a text nor a list; expected bool, integers of 8 to 64 bits or floating-point numbers of 16, 32 or 64 bits")]
    [InlineData("{'descr': 'f4', 'fortran_order': False, 'shape': (2,)}", "'descr' in the header is 'f4'; expected bool, integers of 8 to 64 bits or floating-point numbers of 16, 32 or 64 bits")]
    [InlineData("{'descr': '=f4', 'fortran_order': False, 'shape': (2,)}", "'descr' in the header is '=f4'; expected bool, integers of 8 to 64 bits or floating-point numbers of 16, 32 or 64 bits")]
    [InlineData("{'descr': '|f4', 'fortran_order': False, 'shape': (2,)}", "the elements are floating-point numbers of another width ('|f4'), which a tensor does not hold; expected bool, integers of 8 to 64 bits or floating-point numbers of 16, 32 or 64 bits")]
    [InlineData("{'descr': '<i3', 'fortran_order': False, 'shape': (2,)}", "'descr' in the header is '<i3'; expected bool, integers of 8 to 64 bits or floating-point numbers of 16, 32 or 64 bits")]
    [InlineData("{'descr': '', 'fortran_order': False, 'shape': (2,)}", "'descr' in the header is ''; expected bool, integers of 8 to 64 bits or floating-point numbers of 16, 32 or 64 bits")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (3,)}", "the file is cut short: the header promises 12 bytes of data, for (3), and 8 follow")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': ()}", "there is data behind the end: the header promises 4 bytes of data, for (), and 8 follow")]
    [InlineData("{'descr': '|b1', 'fortran_order': False, 'shape': (8,)}", "element 2 is the byte 07; expected 00 or 01, as the elements are bool")]
    public void A_file_that_is_not_valid_is_refused_in_one_sentence(string header, string problem)
    {
        byte[] file = NpyBytes.Of(header, [0, 1, 7, 0, 0, 0, 0, 0]);

        DataFileException exception = Assert.Throws<DataFileException>(() => NpyBytes.Read(file));

        Assert.Equal($"some.npy: {problem}.", exception.Message);
        Assert.Equal("some.npy", exception.File);
    }

    [Theory]
    [InlineData("complex", "the elements are complex numbers ('<c16'), which a tensor does not hold")]
    [InlineData("text", "the elements are texts ('<U2'), which a tensor does not hold")]
    [InlineData("bytes", "the elements are byte strings ('|S2'), which a tensor does not hold")]
    [InlineData("structured", "the elements are structures of named fields, which a tensor does not hold")]
    [InlineData("dates", "the elements are dates ('<M8[D]'), which a tensor does not hold")]
    [InlineData("spans", "the elements are time spans ('<m8[s]'), which a tensor does not hold")]
    [InlineData("objects", "the elements are Python objects ('|O'), which a tensor does not hold")]
    [InlineData("raw", "the elements are raw bytes ('|V4'), which a tensor does not hold")]
    [InlineData("long double", "the elements are floating-point numbers of another width ('<f16'), which a tensor does not hold")]
    public void Elements_that_a_tensor_does_not_hold_are_named(string kind, string problem) => Assert.Equal(
        $"some.npy: {problem}; expected bool, integers of 8 to 64 bits or floating-point numbers of 16, 32 or 64 bits.",
        Assert.Throws<DataFileException>(() => NpyBytes.Read(RecordedArray.Refused(kind))).Message);

    [Theory]
    [InlineData("", "the file is empty; expected an NPY file")]
    [InlineData("89504E470D0A1A0A", "the file begins with the bytes 89 50 4E 47 0D 0A; expected an NPY file, which begins with 93 4E 55 4D 50 59")]
    [InlineData("504B030414000000", "the file begins with the bytes 50 4B 03 04 14 00; expected an NPY file, which begins with 93 4E 55 4D 50 59, and not a zip archive, which Npz reads")]
    [InlineData("934E55", "the file ends within its header; expected an NPY file")]
    [InlineData("934E554D505901", "the file ends within its header; expected an NPY file")]
    [InlineData("934E554D50590400", "the file has the format version 4.0; expected 1.0, 2.0 or 3.0")]
    [InlineData("934E554D50590101", "the file has the format version 1.1; expected 1.0, 2.0 or 3.0")]
    [InlineData("934E554D5059010002", "the file ends within its header; expected the header's length")]
    [InlineData("934E554D50590100020020", "the file ends within its header: it should have 2 bytes, and 1 follow")]
    [InlineData("934E554D50590200FFFFFFFF20", "the header's length is given as 4294967295 bytes; expected at most 65536")]
    [InlineData("934E554D5059030002000000C320", "the header is not valid UTF-8 at byte 0")]
    public void A_broken_frame_is_refused_in_one_sentence(string hex, string problem) => Assert.Equal(
        $"some.npy: {problem}.", Assert.Throws<DataFileException>(() => NpyBytes.Read(Convert.FromHexString(hex))).Message);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_header_that_promises_too_much_costs_no_memory(bool canSeek)
    {
        byte[] file = NpyBytes.Of("{'descr': '<f8', 'fortran_order': False, 'shape': (2000000000,), }", new byte[16]);
        Assert.Throws<DataFileException>(() => NpyBytes.Read(file, canSeek));
        long before = GC.GetAllocatedBytesForCurrentThread();

        DataFileException exception = Assert.Throws<DataFileException>(() => NpyBytes.Read(file, canSeek));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 17);
        Assert.Contains("the header promises 16000000000 bytes of data, for (2000000000), and 16 follow", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read_in_growing_blocks()
    {
        Tensor<double> large = Tensor.Arange<double>(100_003);
        Assert.Equal(large.ToArray(), ((Tensor<double>)NpyBytes.Read(NpyBytes.Of(large), canSeek: false)).ToArray());
    }

    internal static void AssertSame(Tensor expected, Tensor actual, string name)
    {
        Assert.Equal(expected.ElementType, actual.ElementType);
        Assert.True(expected.ToString() == actual.ToString(), $"{name}: {actual}");
    }
}
