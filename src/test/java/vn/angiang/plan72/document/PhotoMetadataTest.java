package vn.angiang.plan72.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A photo that shows poverty does not say at whose door it was taken. */
class PhotoMetadataTest {

    private static final byte[] PLACE = ByteScan.ascii("10.5231N");
    private static final byte[] TAKEN_ON = ByteScan.ascii("2017:04:12 08:15:00\0");
    private static final byte[] MAKER = ByteScan.ascii("maker: 10.5231N 105.1258E");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"II", "MM"})
    void theGpsPlaceGoesAndDateAndOrientationStay(String order) throws Exception {
        byte[] photo = withSegment(Samples.image("jpg"), 0xE1, exif(order));
        assertThat(ByteScan.indexOf(photo, PLACE)).isPositive();

        byte[] clean = strip(photo, FileKind.JPEG);

        assertThat(ByteScan.indexOf(clean, PLACE)).isNegative();
        assertThat(ByteScan.indexOf(clean, MAKER)).isNegative();
        assertThat(ByteScan.indexOf(clean, TAKEN_ON)).isPositive();
        assertThat(pixels(clean)).isEqualTo(pixels(photo));
        assertThat(clean).as("nothing else moved").hasSameSizeAs(photo);
    }

    @Test
    void xmpIptcCommentsAndAPictureBehindThePictureGo() throws Exception {
        byte[] photo =
                withSegment(Samples.image("jpg"), 0xE1, ByteScan.ascii("http://ns.adobe.com/xap/1.0/\0 GPS 10.5"));
        photo = withSegment(photo, 0xED, ByteScan.ascii("Photoshop 3.0\0 City: Tri Ton"));
        photo = withSegment(photo, 0xFE, ByteScan.ascii("taken at Tri Ton"));
        byte[] second = withSegment(Samples.image("jpg"), 0xE1, exif("II"));

        byte[] clean = strip(Samples.join(photo, second), FileKind.JPEG);

        for (String trace : new String[] {"GPS", "Tri Ton", "xap", "10.5231N"}) {
            assertThat(ByteScan.indexOf(clean, ByteScan.ascii(trace))).as(trace).isNegative();
        }
        assertThat(pixels(clean)).isEqualTo(pixels(photo));
    }

    @Test
    void anExifBlockThatCannotBeReadIsNotKept() throws Exception {
        byte[] broken = exif("II");
        broken[11] = 120; // the first directory begins outside of the block
        byte[] photo = withSegment(Samples.image("jpg"), 0xE1, broken);
        assertThat(ByteScan.indexOf(strip(photo, FileKind.JPEG), PLACE)).isNegative();
    }

    @Test
    void textAndExifOfAPngGo() throws Exception {
        byte[] png = Samples.image("png");
        byte[] photo = Samples.join(
                Arrays.copyOf(png, 33),
                chunk("eXIf", exif("II")),
                chunk("iTXt", ByteScan.ascii("XML:com.adobe.xmp GPS")),
                Arrays.copyOfRange(png, 33, png.length));

        byte[] clean = strip(photo, FileKind.PNG);

        assertThat(clean).isEqualTo(png);
    }

    @Test
    void aPhotoCutShortIsRefusedAndNoneBreaksTheReader() throws Exception {
        byte[] photo = withSegment(Samples.image("jpg"), 0xE1, exif("MM"));
        assertThatThrownBy(() -> strip(Arrays.copyOf(photo, photo.length / 2), FileKind.JPEG))
                .isInstanceOf(FileRefused.class);
        assertThatThrownBy(() -> strip(Arrays.copyOf(Samples.image("png"), 40), FileKind.PNG))
                .isInstanceOf(FileRefused.class);
        var random = new Random(72);
        for (int i = 0; i < 2000; i++) {
            byte[] damaged = photo.clone();
            for (int n = 0; n < 4; n++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                strip(damaged, FileKind.JPEG);
            } catch (FileRefused expected) {
                // a clear refusal is all that may happen
            }
        }
    }

    private byte[] strip(byte[] photo, FileKind kind) throws IOException, FileRefused {
        Path from = Files.write(folder.resolve("from"), photo);
        Path to = folder.resolve("to");
        PhotoMetadata.strip(from, to, kind);
        return Files.readAllBytes(to);
    }

    private static int[] pixels(byte[] photo) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(photo));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        var head = ByteBuffer.allocate(4)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .array();
        return Samples.join(Arrays.copyOf(jpeg, 2), head, content, Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    /** Exif with orientation, an Exif directory (date, maker's part) and a GPS directory, each with values out of line. */
    private static byte[] exif(String order) {
        var tiff = ByteBuffer.allocate(260).order(order.equals("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        tiff.put(ByteScan.ascii(order)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x0112, 3, 1, order.equals("II") ? 6 : 6 << 16);
        entry(tiff, 0x8769, 4, 1, 60);
        entry(tiff, 0x8825, 4, 1, 100);
        tiff.putInt(0);
        tiff.position(60);
        tiff.putShort((short) 2);
        entry(tiff, 0x9003, 2, TAKEN_ON.length, 160);
        entry(tiff, 0x927C, 7, MAKER.length, 190);
        tiff.putInt(0);
        tiff.position(100);
        tiff.putShort((short) 2);
        entry(tiff, 1, 2, 2, 'N' << 24 | 'N');
        entry(tiff, 2, 2, PLACE.length, 230);
        tiff.putInt(0);
        tiff.position(160).put(TAKEN_ON).position(190).put(MAKER).position(230).put(PLACE);
        return Samples.join(ByteScan.ascii("Exif\0\0"), tiff.array());
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static byte[] chunk(String type, byte[] content) {
        var crc = new CRC32();
        byte[] name = ByteScan.ascii(type);
        crc.update(name);
        crc.update(content);
        return ByteBuffer.allocate(content.length + 12)
                .putInt(content.length)
                .put(name)
                .put(content)
                .putInt((int) crc.getValue())
                .array();
    }
}
