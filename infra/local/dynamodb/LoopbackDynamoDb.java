import java.lang.reflect.Field;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.main.ServerRunner;
import software.amazon.dynamodb.services.local.server.DynamoDBProxyServer;

/**
 * AWS's DynamoDB Local, bound to the loopback address alone: its own main class has no option for that and listens on
 * every address. Takes the port of the property `zonematch.port`, or a free one; prints the port that it got, and ends when its standard input closes, that is, with its parent.
 */
public final class LoopbackDynamoDb {
  public static void main(String[] args) throws Exception {
    DynamoDBProxyServer proxy = ServerRunner.createServerFromCommandLineArgs(args);
    Field field = DynamoDBProxyServer.class.getDeclaredField("server");
    field.setAccessible(true);
    Server server = (Server) field.get(proxy);
    for (Connector connector : server.getConnectors()) {
      ((ServerConnector) connector).setHost("127.0.0.1");
      ((ServerConnector) connector).setPort(Integer.getInteger("zonematch.port", 0));
    }
    proxy.start();
    System.out.println("port " + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    while (System.in.read() >= 0) {
      // Nothing is ever written: the next thing to be read is the end.
    }
    try {
      // A write may be answered and not be in the file yet: an end without this would lose it.
      proxy.stop();
    } finally {
      Runtime.getRuntime().halt(0);
    }
  }
}
