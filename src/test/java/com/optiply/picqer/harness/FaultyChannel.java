package com.optiply.picqer.harness;

import com.optiply.picqer.harness.FileFaults.What;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;

/** A file that is open, with everything that is read of it or written to it going past {@link FileFaults}. */
record FaultyChannel(SeekableByteChannel real, Path file, boolean isWritten) implements SeekableByteChannel {
    @Override
    public int read(ByteBuffer bytes) throws IOException {
        return FileFaults.THIS_PROCESS.pass(What.LOOK, "read", file, () -> real.read(bytes));
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        return FileFaults.THIS_PROCESS.pass(
                What.WRITE,
                "write",
                file,
                () -> real.write(bytes),
                () -> real.write(bytes.slice(bytes.position(), bytes.remaining() / 2)));
    }

    /** Whatever is reported of it, it is closed. */
    @Override
    public void close() throws IOException {
        if (isWritten && real.isOpen()) {
            real.close();
            FileFaults.THIS_PROCESS.pass(What.CLOSE, "close", file, () -> file);
        }
        real.close();
    }

    @Override
    public boolean isOpen() {
        return real.isOpen();
    }

    @Override
    public long position() throws IOException {
        return real.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        real.position(position);
        return this;
    }

    @Override
    public long size() throws IOException {
        return real.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
        real.truncate(size);
        return this;
    }
}
